package dev.dianpu.system;

import static dev.dianpu.system.Shopper.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the cart to the parcel over HTTP, without scripts. */
class OrderST {

  private static SmsShop shop;
  private static HttpVisitor owner;

  private long sku;

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
    owner = shop.owner.browser();
  }

  @BeforeEach
  void goods() {
    sku = Shopper.sku(shop, "21.50", 10);
  }

  private static long count(String where) {
    return shop.count("select count(*) from " + where);
  }

  private void step(String sn, String action, Map<String, String> form) {
    assertThat(path(owner.post("/admin/orders/" + sn + "/" + action, form))).isEqualTo("/admin/orders/" + sn);
  }

  @Test
  void lookingMakesNoCartAndPuttingInMakesOneThatTheLoginKeeps() {
    long carts = count("cart");
    Shopper visitor = new Shopper(shop);
    assertThat(visitor.browser.get("/cart").body()).contains("购物车还是空的");
    assertThat(visitor.browser.cookie("dianpu_cart")).isEmpty();
    assertThat(count("cart")).isEqualTo(carts);
    visitor.puts(sku, 2);
    assertThat(visitor.browser.get("/cart").body()).contains("试验瓷碗", "¥43.00");
    assertThat(visitor.browser.get("/agreement").body()).containsPattern("who-count\">.*</span>2</b>");
    assertThat(path(visitor.browser.get("/checkout"))).isEqualTo("/login?back=/checkout");
    visitor.registered();
    assertThat(visitor.browser.get("/cart").body()).contains("试验瓷碗", "¥43.00");
    assertThat(count("cart")).isEqualTo(carts + 1);
  }

  @Test
  void whatIsWrongInTheCartIsSaidBesideItsLine() {
    Shopper visitor = new Shopper(shop).puts(sku, 2);
    String field = "pieces." + sku;
    HttpResponse<String> wrong = visitor.browser.post("/cart/lines", Map.of(field, "viele", "action", "update"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).containsPattern("id=\"pieces-" + sku + "-error\" role=\"alert\">数量请填");
    assertThat(path(visitor.browser.post("/cart/lines", Map.of(field, "11", "action", "update")))).isEqualTo("/cart?changed");
    assertThat(visitor.browser.get("/cart").body()).contains("库存只剩 10 件").doesNotContain("value=\"checkout\"");
    shop.execute("update sku set state = 'OFF_SALE' where id = " + sku);
    assertThat(visitor.browser.get("/cart").body()).contains("已下架");
    assertThat(visitor.browser.post("/cart", Map.of("sku", sku + "")).body()).contains("这件商品已经下架");
    visitor.browser.post("/cart/lines", Map.of(field, "11", "action", "remove:" + sku));
    assertThat(visitor.browser.get("/cart").body()).contains("购物车还是空的");
  }

  @Test
  void withoutScriptsTheServerFillsTheRegionsStepByStep() {
    Shopper member = new Shopper(shop).registered();
    Map<String, String> form = member.address();
    form.putAll(Map.of("action", "region", "city", "", "district", ""));
    HttpResponse<String> cities = member.browser.post("/account/addresses/new", form);
    assertThat(cities.statusCode()).isEqualTo(200);
    assertThat(cities.body()).contains("杭州市", "<option value=\"330000\" selected>", "王小明").doesNotContain("西湖区");
    form.put("city", "330100");
    assertThat(member.browser.post("/account/addresses/new", form).body()).contains("西湖区");
    form.put("action", "");
    HttpResponse<String> unfinished = member.browser.post("/account/addresses/new", form);
    assertThat(unfinished.statusCode()).isEqualTo(422);
    assertThat(unfinished.body()).containsPattern("id=\"region-error\" role=\"alert\">请把所在地区选到最后一级");
    assertThat(member.browser.get("/api/v1/regions/330100").body()).contains("\"西湖区\"");
    member.withAddress();
    assertThat(member.browser.get("/account/addresses").body()).contains("浙江省杭州市西湖区 示例路 1 号", "139****")
        .doesNotContain(member.phone);
  }

  @Test
  void theWholeWayToTheDoor() {
    Shopper member = new Shopper(shop).registered().puts(sku, 3).withAddress();
    String sn = member.orders("FLAT", "banktransfer");
    assertThat(member.browser.get("/orders/" + sn + "?placed").body())
        .contains("订单已提交", "¥72.50", "6222 0000", "139****").doesNotContain(member.phone);
    assertThat(count("sku where stock = 7 and id = " + sku)).isEqualTo(1);
    assertThat(member.browser.get("/cart").body()).contains("购物车还是空的");
    assertThat(owner.get("/admin/orders?phone=" + member.phone).body()).contains(sn, "王小明", "139****");
    assertThat(owner.get("/admin/orders?sn=" + sn).body()).contains(sn);
    assertThat(owner.get("/admin/orders?order=CANCELLED&phone=" + member.phone).body()).doesNotContain(sn);

    step(sn, "confirm", Map.of());
    assertThat(owner.get("/admin/orders/" + sn).body()).contains("已确认").doesNotContain("/pick\"");
    step(sn, "pick", Map.of());
    assertThat(owner.get("/admin/orders/" + sn).body()).contains("这一步现在做不了");
    step(sn, "pay", Map.of());
    step(sn, "pick", Map.of());
    long line = shop.count("select l.id from order_line l join shop_order o on o.id = l.order_id where o.sn = '" + sn + "'");
    step(sn, "ship", Map.of("carrier", "顺丰速运", "number", "SF 1", "pieces." + line, "1"));
    assertThat(owner.get("/admin/orders/" + sn).body()).contains("运单号是 4 到 40 位");
    step(sn, "ship", Map.of("carrier", "顺丰速运", "number", "SF100001", "pieces." + line, "1"));
    assertThat(member.browser.get("/orders/" + sn).body()).contains("SF100001", "部分发货").doesNotContain("/receive\"");
    step(sn, "ship", Map.of("carrier", "中通快递", "number", "ZT100002", "pieces." + line, "2"));
    assertThat(path(member.browser.post("/orders/" + sn + "/receive", Map.of()))).isEqualTo("/orders/" + sn + "?done");
    assertThat(member.browser.get("/orders").body()).contains(sn, "已完成");
    assertThat(member.browser.post("/orders/" + sn + "/cancel", Map.of()).statusCode()).isEqualTo(409);
    assertThat(owner.get("/admin/log").body()).contains("确认订单", "订单设为已付款", "订单配货", "订单发货", sn);
  }

  @Test
  void aFormSentTwiceIsOneOrderAndSomethingElseThanWasShownIsNone() {
    Shopper member = new Shopper(shop).registered().puts(sku, 1).withAddress();
    Map<String, String> form = member.checkout("FLAT", "cashondelivery");
    Map<String, String> other = new HashMap<>(form);
    other.put("shown.FLAT", "1.00");
    HttpResponse<String> refused = member.browser.post("/checkout", other);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("价格或运费刚刚变化");
    other.remove("address");
    other.put("invoice", "yes");
    assertThat(member.browser.post("/checkout", other).body()).containsPattern("id=\"address-error\" role=\"alert\">请选择")
        .containsPattern("id=\"invoiceTitle-error\" role=\"alert\">请填写发票抬头");
    String first = path(member.browser.post("/checkout", form));
    assertThat(first).startsWith("/orders/");
    assertThat(path(member.browser.post("/checkout", form))).isEqualTo(first);
    assertThat(count("order_line where sku_id = " + sku)).isEqualTo(1);
  }

  @Test
  void somebodyElsesOrderIsNotThere() {
    String sn = new Shopper(shop).registered().puts(sku, 1).withAddress().orders("FLAT", "cashondelivery");
    Shopper stranger = new Shopper(shop).registered();
    assertThat(stranger.browser.get("/orders/" + sn).statusCode()).isEqualTo(404);
    assertThat(stranger.browser.post("/orders/" + sn + "/cancel", Map.of()).statusCode()).isEqualTo(404);
    assertThat(path(shop.visitor().get("/orders/" + sn))).isEqualTo("/login?back=/orders");
    assertThat(stranger.browser.get("/orders").body()).contains("还没有订单");
  }

  @Test
  void whatIsPaidFromTheBalanceGoesBackThere() {
    Shopper member = new Shopper(shop).registered().puts(sku, 2).withAddress();
    Map<String, String> form = member.checkout("FLAT", "balance");
    assertThat(member.browser.post("/checkout", form).body()).containsPattern("id=\"payment-error\" role=\"alert\">余额不足");
    shop.execute("insert into member_balance (member_id, amount) select id, 100 from member where username = 'kunde"
        + member.phone.substring(5) + "'");
    String sn = path(member.browser.post("/checkout", form)).replaceAll("[^0-9]", "");
    assertThat(member.browser.get("/account/balance").body()).contains("¥49.00", "-51.00", sn);
    assertThat(path(member.browser.post("/orders/" + sn + "/cancel", Map.of()))).isEqualTo("/orders/" + sn + "?done");
    assertThat(member.browser.get("/account/balance").body()).contains("¥100.00", "+51.00");
    assertThat(count("sku where stock = 10 and id = " + sku)).isEqualTo(1);
    assertThat(owner.get("/admin/orders/" + sn).body()).contains("已取消", "已退款");
  }

  @Test
  void whoCollectsShowsTheCode() {
    Shopper member = new Shopper(shop).registered().puts(sku, 1).withAddress();
    String sn = member.orders("PICKUP", "cashondelivery");
    step(sn, "pick", Map.of());
    step(sn, "ready", Map.of());
    String page = member.browser.get("/orders/" + sn).body();
    assertThat(page).contains("提货码", "示例路 1 号，云杉小铺");
    String code = page.replaceAll("(?s).*pickup-code\">([0-9]{8})<.*", "$1");
    assertThat(owner.get("/admin/orders/" + sn).body()).doesNotContain(code);
    step(sn, "hand-over", Map.of("code", code.equals("00000000") ? "1" : "00000000"));
    assertThat(owner.get("/admin/orders/" + sn).body()).contains("提货码不对");
    step(sn, "hand-over", Map.of("code", code));
    step(sn, "pay", Map.of());
    assertThat(member.browser.get("/orders/" + sn).body()).contains("已完成");
  }

  @Test
  void theSlipShowsTheWholePhoneAndTheLogSaysWhoSawIt() {
    Shopper member = new Shopper(shop).registered().puts(sku, 1).withAddress();
    String sn = member.orders("FLAT", "cashondelivery");
    assertThat(owner.get("/admin/orders/" + sn).body()).doesNotContain(member.phone);
    assertThat(path(shop.visitor().post("/admin/orders/" + sn + "/print", Map.of()))).startsWith("/admin/login");
    HttpVisitor lately = Owner.login(shop.shop.address(), FirstInstall.ADMIN, shop.shop.adminPassword())
        .browser();
    lately.post("/admin/confirm", Map.of("current", shop.shop.adminPassword()));
    HttpResponse<String> slip = lately.post("/admin/orders/" + sn + "/print", Map.of());
    assertThat(slip.body()).contains(member.phone, "示例路 1 号");
    assertThat(owner.get("/admin/log").body()).contains("打印配货单", sn);
  }

  @Test
  void aPaymentMethodThatDoesNotNotifyHasNoAddressForIt() {
    assertThat(shop.visitor().post("/callbacks/payment/banktransfer", Map.of("a", "b")).statusCode()).isEqualTo(404);
    assertThat(shop.visitor().post("/callbacks/payment/none", Map.of()).statusCode()).isEqualTo(404);
  }
}
