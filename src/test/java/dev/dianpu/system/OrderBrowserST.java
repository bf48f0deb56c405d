package dev.dianpu.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.dianpu.dev.FirstInstall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person on a phone orders, the owner at a desk sends it, the person has it. */
class OrderBrowserST {

  private static SmsShop shop;

  @RegisterExtension final Browser browser = new Browser();

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
  }

  @AfterEach
  void noComplaints() {
    Assertions.assertEquals(List.of(), complaints);
  }

  private Page listened(Page page) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
  }

  @Test
  void fromTheCartToTheDoor() {
    long sku = Shopper.sku(shop, "21.50", 5);
    Shopper registered = new Shopper(shop).registered();
    Page phone = listened(browser.phone());
    phone.navigate("/login");
    phone.fill("#login", "kunde" + registered.phone.substring(5));
    phone.fill("#password", "gute Reise 42 km");
    phone.locator("form[action='/login'] .button-wide").click();
    phone.waitForURL("**/account");
    registered.puts(sku, 2);
    phone.navigate("/cart");
    assertThat(phone.locator(".cart-total")).containsText("¥43.00");
    press(phone, "去结算");
    phone.getByText("添加收货地址").click();
    phone.fill("#consignee", "王小明");
    phone.fill("#phone", registered.phone);
    phone.selectOption("select[name=province]", "330000");
    phone.selectOption("select[name=city]", "330100");
    phone.selectOption("select[name=district]", "330106");
    phone.fill("#street", "示例路 1 号");
    press(phone, "保存地址");
    phone.waitForURL("**/checkout?address=*");
    phone.getByText("银行汇款").click();
    press(phone, "提交订单");
    phone.waitForURL("**/orders/*?placed");
    assertThat(phone.locator("main")).containsText("待付款 ¥51.00");
    String sn = phone.url().replaceAll(".*/orders/([0-9]+).*", "$1");

    Page desk = listened(browser.desktop());
    desk.navigate("/admin/login");
    desk.fill("#name", FirstInstall.ADMIN);
    desk.fill("#password", shop.shop.adminPassword());
    desk.keyboard().press("Enter");
    desk.waitForURL("**/admin");
    desk.navigate("/admin/orders/" + sn);
    press(desk, "设为已付款");
    press(desk, "配货");
    desk.fill("input[name=carrier]", "顺丰速运");
    desk.fill("input[name=number]", "SF200001");
    press(desk, "发货");
    assertThat(desk.locator("main")).containsText("已发货");

    phone.reload();
    assertThat(phone.locator(".parcels")).containsText("SF200001");
    press(phone, "确认收货");
    assertThat(phone.locator("main")).containsText("已完成");
    desk.reload();
    assertThat(desk.locator("main")).containsText("已完成");
  }
}
