package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person without scripts who buys something in the shop under test. */
final class Shopper {

  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([A-Za-z0-9_-]{43})\"");
  private static final Pattern SHOWN = Pattern.compile("name=\"(shown\\.[A-Z]+)\" value=\"([0-9.]+)\"");
  private static final Pattern ADDRESS = Pattern.compile("name=\"address\" value=\"([0-9]+)\"");

  final SmsShop shop;
  final HttpVisitor browser;
  final String phone = SmsShop.phone();

  Shopper(SmsShop shop) {
    this.shop = shop;
    this.browser = shop.visitor();
  }

  /** Goods that only this test buys: one variant, 300 g. */
  static long sku(SmsShop shop, String price, int stock) {
    String sn = "ST-" + SmsShop.phone();
    shop.execute("insert into goods (category_id, sn, name, description, price, stock, listed_at)"
        + " values ((select min(id) from category), '" + sn + "', '试验瓷碗', '', " + price + ", " + stock + ", now(6))");
    shop.execute("insert into sku (goods_id, code, options, price, stock, weight) values ("
        + "(select id from goods where sn = '" + sn + "'), '" + sn + "', '', " + price + ", " + stock + ", 300)");
    return shop.count("select id from sku where code = '" + sn + "'");
  }

  /** Registers, as {@code kunde…}. */
  Shopper registered() {
    shop.askForCode(browser, phone);
    assertThat(browser.post("/register", SmsShop.form("kunde" + phone.substring(5), phone, shop.code(phone)))
        .statusCode()).isEqualTo(303);
    shop.forgetSends();
    return this;
  }

  Shopper puts(long sku, int pieces) {
    assertThat(path(browser.post("/cart", Map.of("sku", sku + "", "quantity", pieces + "")))).isEqualTo("/cart?added");
    return this;
  }

  Map<String, String> address() {
    return new HashMap<>(Map.of("consignee", "王小明", "phone", phone, "province", "330000", "city", "330100",
        "district", "330106", "street", "示例路 1 号", "action", "", "back", "/checkout"));
  }

  Shopper withAddress() {
    assertThat(path(browser.post("/account/addresses/new", address()))).matches("/checkout\\?address=[0-9]+");
    return this;
  }

  /** The checkout's form as the page gives it, with these choices. */
  Map<String, String> checkout(String shipping, String payment) {
    String page = browser.get("/checkout").body();
    Map<String, String> form = new HashMap<>(Map.of("shipping", shipping, "payment", payment));
    form.put("key", first(KEY, page));
    form.put("address", first(ADDRESS, page));
    Matcher shown = SHOWN.matcher(page);
    while (shown.find()) {
      form.put(shown.group(1), shown.group(2));
    }
    return form;
  }

  /** Orders what is in the cart; the order's number. */
  String orders(String shipping, String payment) {
    String path = path(browser.post("/checkout", checkout(shipping, payment)));
    assertThat(path).matches("/orders/[0-9]{14}\\?placed");
    return path.replaceAll("[^0-9]", "");
  }

  static String path(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }
}
