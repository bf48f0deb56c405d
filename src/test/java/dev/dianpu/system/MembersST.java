package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner finds and shuts members and chooses what new ones are asked; members take their data along, or leave. */
class MembersST {

  private static final String PASSWORD = "gute Reise 42 km";

  private SmsShop shop;
  private HttpVisitor owner;
  private String phone;
  private String name;
  private HttpVisitor member;

  @BeforeEach
  void register() {
    shop = SmsShop.get();
    owner = shop.owner.browser();
    phone = SmsShop.phone();
    name = "mit" + phone.substring(4);
    member = shop.member(name, phone);
  }

  @AfterEach
  void asBefore() {
    shop.execute("delete from member_field");
    owner.post("/admin/cache/clear", Map.of());
    shop.forgetSends();
  }

  private String id() {
    return shop.text("select id from member where username = '" + name + "'");
  }

  private static boolean loggedIn(HttpVisitor browser) {
    return browser.get("/account").statusCode() == 200;
  }

  @Test
  void aMemberIsFoundByTheWholePhoneOrByHowNameAndAddressBegin() {
    String row = "href=\"/admin/members/" + id() + "\"";
    assertThat(owner.get("/admin/members").body()).contains(row, "139****" + phone.substring(7)).doesNotContain(phone);
    assertThat(owner.get("/admin/members?q=" + phone).body()).contains(row);
    assertThat(owner.get("/admin/members?q=" + phone.substring(0, 10)).body()).doesNotContain(row);
    assertThat(owner.get("/admin/members?q=" + name.substring(0, 8)).body()).contains(row);
    assertThat(owner.get("/admin/members?q=" + name + "%40exam").body()).contains(row);
    assertThat(owner.get("/admin/members?q=%25" + name.substring(4)).body()).as("no wildcard").doesNotContain(row);
    assertThat(owner.get("/admin/members?q=" + phone + "&state=FROZEN").body()).doesNotContain(row);
    assertThat(owner.get("/admin/members?q=" + name + "&from=30").body()).doesNotContain(row);
    assertThat(owner.get("/admin/members?before=" + id()).body()).doesNotContain(row);
    assertThat(owner.get("/admin/members/999999999").statusCode()).isEqualTo(404);
    assertThat(shop.visitor().get("/admin/members").statusCode()).isNotEqualTo(200);
  }

  @Test
  void whoIsFrozenIsOutAtOnceUntilTheOwnerOpensTheAccount() {
    assertThat(loggedIn(member)).isTrue();
    owner.post("/admin/members/" + id() + "/freeze", Map.of());
    assertThat(owner.get("/admin/members/" + id()).body()).contains("账户已停用", "已停用", "恢复账户");
    assertThat(loggedIn(member)).isFalse();
    Map<String, String> login = Map.of("login", name, "password", PASSWORD);
    assertThat(member.post("/login", login).body()).contains("已被停用");
    owner.post("/admin/members/" + id() + "/unfreeze", Map.of());
    assertThat(member.post("/login", login).statusCode()).isEqualTo(303);
    assertThat(loggedIn(member)).isTrue();
    assertThat(owner.get("/admin/members/" + id()).body()).contains("登录记录", "密码", "注册", "127.0.0.1");
    assertThat(owner.get("/admin/log").body()).contains("停用会员", "恢复会员");
  }

  private HttpResponse<String> field(String label, String kind, boolean required) {
    Map<String, String> form = new HashMap<>(Map.of("label", label, "kind", kind, "place", "10", "shown", "yes"));
    if (required) {
      form.put("required", "yes");
    }
    return owner.post("/admin/member-fields", form);
  }

  @Test
  void aRequiredFieldIsAskedForAndCheckedOnTheServer() {
    assertThat(shop.visitor().get("/register").body()).doesNotContain("QQ号码");
    assertThat(field("QQ号码", "DIGITS", true).statusCode()).isEqualTo(303);
    assertThat(field("QQ号码", "TEXT", false).body()).contains("已有同名的注册项");
    assertThat(field("", "TEXT", false).body()).contains("请填写名称");
    String id = shop.text("select id from member_field where label = 'QQ号码'");
    SmsShop.until(() -> shop.visitor().get("/register").body().contains("QQ号码"));
    HttpVisitor visitor = shop.visitor();
    String fresh = SmsShop.phone();
    shop.askForCode(visitor, fresh);
    Map<String, String> form = SmsShop.form("feld" + fresh.substring(5), fresh, shop.code(fresh));
    assertThat(visitor.post("/register", form).body()).contains("请填写这一项");
    form.putAll(Map.of("extraId", id, "extra", "abc"));
    assertThat(visitor.post("/register", form).body()).contains("只能填写数字", "value=\"abc\"");
    form.put("extra", "320266360");
    assertThat(visitor.post("/register", form).statusCode()).isEqualTo(303);
    String member = shop.text("select id from member where username = 'feld" + fresh.substring(5) + "'");
    assertThat(owner.get("/admin/members/" + member).body()).contains("QQ号码", "320266360");

    assertThat(owner.post("/admin/member-fields/" + id + "/remove", Map.of()).statusCode()).isEqualTo(303);
    assertThat(owner.get("/admin/members/" + member).body()).doesNotContain("320266360");
  }

  @Test
  void anOptionalFieldMayStayEmptyAndOneThatIsNotShownIsNotAsked() {
    field("生日", "DATE", false);
    String id = shop.text("select id from member_field where label = '生日'");
    String fresh = SmsShop.phone();
    HttpVisitor visitor = shop.visitor();
    shop.askForCode(visitor, fresh);
    Map<String, String> form = SmsShop.form("opt" + fresh.substring(5), fresh, shop.code(fresh));
    form.putAll(Map.of("extraId", id, "extra", "31.1.1990"));
    assertThat(visitor.post("/register", form).body()).contains("请填写日期");
    form.put("extra", "");
    assertThat(visitor.post("/register", form).statusCode()).isEqualTo(303);
    owner.post("/admin/member-fields", Map.of("id", id, "label", "生日", "kind", "DATE", "place", "10", "required", "yes"));
    assertThat(shop.visitor().get("/register").body()).doesNotContain("生日");
    shop.member("ohne" + name, SmsShop.phone());
  }

  @Test
  void aMemberTakesTheOwnDataAlongByPasswordOrByCode() {
    assertThat(member.post("/account/export", Map.of()).body()).contains("请填写现在的密码");
    assertThat(member.post("/account/export", Map.of("current", "falsch")).body()).contains("现在的密码不正确");
    HttpResponse<String> file = member.post("/account/export", Map.of("current", PASSWORD));
    assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"my-data.json\"");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    JsonObject account = Json.createReader(new StringReader(file.body())).readObject().getJsonObject("account");
    assertThat(account.getString("username")).isEqualTo(name);
    assertThat(account.getString("phone")).isEqualTo("+86" + phone);
    assertThat(account.getJsonArray("logins")).hasSize(1);
    assertThat(file.body()).doesNotContain("argon2");

    member.post("/account/export", Map.of("action", "send", "captcha", shop.captcha(member, "account")));
    Map<String, String> byCode = Map.of("smsCode", shop.code(phone));
    assertThat(member.post("/account/export", byCode).body()).contains(name);
    assertThat(member.post("/account/export", byCode).statusCode()).as("a code is good once").isEqualTo(422);
    assertThat(shop.visitor().post("/account/export", Map.of("current", PASSWORD)).statusCode()).isEqualTo(303);
  }

  @Test
  void whoClosesTheAccountIsForgottenAndMayRegisterAnew() {
    String id = id();
    assertThat(member.post("/account/close", Map.of("current", PASSWORD)).body()).contains("请先勾选确认");
    assertThat(member.post("/account/close", Map.of("current", "falsch", "sure", "yes")).statusCode()).isEqualTo(422);
    assertThat(loggedIn(member)).isTrue();

    assertThat(member.post("/account/close", Map.of("current", PASSWORD, "sure", "yes")).body()).contains("账号已注销");

    assertThat(loggedIn(member)).isFalse();
    assertThat(member.post("/login", Map.of("login", name, "password", PASSWORD)).body()).contains("用户名或密码不正确");
    assertThat(member.post("/login", Map.of("login", "closed-" + id, "password", PASSWORD)).statusCode()).isEqualTo(422);
    assertThat(shop.text("select concat_ws(' ', username, email, nickname, ifnull(phone_sealed, '-'), registered_from,"
        + " (select count(*) from member_login where member_id = member.id)) from member where id = " + id))
        .isEqualTo("closed-" + id + " closed-" + id + "@closed.invalid  -  0");
    Matcher row = Pattern.compile("已注销").matcher(owner.get("/admin/members/" + id).body());
    assertThat(row.find()).isTrue();
    assertThat(owner.get("/admin/members/" + id).body()).doesNotContain(name).doesNotContain("139****");
    shop.forgetSends();
    assertThat(loggedIn(shop.member(name, phone))).as("the same name and phone again").isTrue();
  }

  @Test
  void anOrderUnderWayKeepsTheAccountAndAPastOneStaysForTheBooksAndNamesNobody() {
    String sn = "99" + phone;
    shop.execute("insert into shop_order (sn, member_id, submit_key, order_state, payment_state, shipping_state,"
        + " goods_amount, shipping_fee, total, shipping_method, payment_method, payment_way, consignee, phone_digest,"
        + " phone_sealed, address_sealed, invoice_title, remark, created_at) values ('" + sn + "', " + id() + ", '" + sn
        + "', 'CONFIRMED', 'PAID', 'WAITING', 12, 0, 12, 'FLAT', 'transfer', 'BY_HAND', '王小明', unhex(sha2('" + sn
        + "', 256)), 'sealed', 'sealed', '王小明', '放门口', utc_timestamp(6))");
    assertThat(member.post("/account/export", Map.of("current", PASSWORD)).body()).contains(sn, "王小明", "放门口");
    Map<String, String> close = Map.of("current", PASSWORD, "sure", "yes");
    assertThat(member.post("/account/close", close).body()).contains("还没有完成的订单");
    assertThat(loggedIn(member)).isTrue();
    shop.execute("update shop_order set order_state = 'COMPLETED' where sn = '" + sn + "'");
    assertThat(member.post("/account/close", close).body()).contains("账号已注销");
    assertThat(shop.text("select concat_ws('/', total, consignee, phone_sealed, address_sealed, invoice_title, remark,"
        + " hex(phone_digest)) from shop_order where sn = '" + sn + "'")).isEqualTo("12.00//////" + "0".repeat(64));
  }
}
