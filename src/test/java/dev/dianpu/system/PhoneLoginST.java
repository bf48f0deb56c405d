package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.simulator.SimulatedSms;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A code to the phone lets a member in, or to a new password; and nobody learns by it who is one. */
class PhoneLoginST {

  private static final String OLD = "gute Reise 42 km";
  private static final String NEW = "noch bessere Reise 43";

  private SmsShop shop;
  private String phone;
  private String name;
  private HttpVisitor member;

  @BeforeEach
  void register() {
    shop = SmsShop.get();
    phone = SmsShop.phone();
    name = "tuer" + phone.substring(5);
    member = shop.member(name, phone);
  }

  @AfterEach
  void asBefore() {
    shop.owner.save("duanxintong", Map.of("duanxintong.login-code", "true", "duanxintong.reset-password", "true",
        "duanxintong.tell-owner", "true", "duanxintong.tell-change", "true", "duanxintong.login", "true",
        "duanxintong.register", "true", "duanxintong.must-bind", "false"));
    shop.execute("delete from email_budget");
    shop.forgetSends();
  }

  private HttpResponse<String> ask(HttpVisitor visitor, String purpose, String to) {
    String form = purpose.equals("LOGIN") ? "login-code" : "password";
    return shop.ask(visitor, purpose, to, shop.captcha(visitor, form));
  }

  private static HttpResponse<String> enter(HttpVisitor visitor, String phone, String code) {
    return visitor.post("/login/code", Map.of("phone", phone, "smsCode", code));
  }

  private static boolean loggedIn(HttpVisitor browser) {
    return browser.get("/account").statusCode() == 200;
  }

  private HttpVisitor login(String login, String password) {
    HttpVisitor browser = shop.visitor();
    browser.post("/login", Map.of("login", login, "password", password));
    return browser;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body())
        .replaceFirst("^http://[^/]+", "");
  }

  @Test
  void aCodeLogsInWithANewSessionAndIsGoodOnce() {
    HttpVisitor visitor = shop.visitor();
    assertThat(shop.visitor().get("/login").body()).contains("href=\"/login/code\"", "href=\"/password\"");
    assertThat(visitor.get("/login/code").body()).contains("data-purpose=\"LOGIN\"", "/captcha?form=login-code");
    assertThat(ask(visitor, "LOGIN", phone).statusCode()).isEqualTo(200);
    assertThat(shop.inbox(phone).get(0).text()).contains("登录验证码");
    String session = visitor.cookie("dianpu_session").orElseThrow();
    String code = shop.code(phone);

    HttpResponse<String> entered =
        visitor.post("/login/code", Map.of("phone", phone, "smsCode", code, "back", "/goods/1"));

    assertThat(location(entered)).isEqualTo("/goods/1");
    assertThat(loggedIn(visitor)).isTrue();
    assertThat(visitor.cookie("dianpu_session").orElseThrow()).isNotEqualTo(session);
    assertThat(enter(shop.visitor(), phone, code).statusCode()).as("by somebody else").isEqualTo(422);
    assertThat(shop.count("select count(*) from member_login l join member m on m.id = l.member_id"
        + " where m.username = '" + name + "' and way = 'CODE'")).isEqualTo(1);
  }

  @Test
  void withoutJavaScriptTheButtonSendsTheCode() {
    HttpVisitor visitor = shop.visitor();
    HttpResponse<String> sent = visitor.post("/login/code",
        Map.of("action", "send-code", "phone", phone, "captcha", shop.captcha(visitor, "login-code")));
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).contains("验证码已发送", "value=\"" + phone + "\"");
    assertThat(location(enter(visitor, phone, shop.code(phone)))).isEqualTo("/account");
  }

  @Test
  void withoutACaptchaNothingIsSentAndACaptchaOfAnotherFormIsNone() {
    int before = shop.inbox(phone).size();
    HttpVisitor visitor = shop.visitor();
    assertThat(shop.ask(visitor, "LOGIN", phone, "").body()).contains("captcha-required");
    assertThat(shop.ask(visitor, "LOGIN", phone, shop.captcha(visitor, "register")).body()).contains("captcha-wrong");
    assertThat(shop.ask(visitor, "BIND_PHONE", phone, "").body()).contains("purpose-unknown");
    assertThat(shop.inbox(phone)).hasSize(before);
  }

  @Test
  void wrongCodesAreCountedAndACodeOfOnePurposeIsNoneOfAnother() {
    HttpVisitor visitor = shop.visitor();
    ask(visitor, "LOGIN", phone);
    String code = shop.code(phone);
    String wrong = code.equals("000000") ? "000001" : "000000";
    assertThat(enter(visitor, phone, wrong).body()).contains("还可以输入 4 次");
    assertThat(enter(visitor, phone, "").body()).contains("请输入验证码");
    assertThat(visitor.post("/password", Map.of("phone", phone, "smsCode", code)).body()).contains("验证码已失效");
    assertThat(loggedIn(visitor)).isFalse();
    assertThat(location(enter(visitor, phone, code))).isEqualTo("/account");
  }

  @Test
  void aPhoneWithoutAnAccountIsToldOnceAndThePageShowsNoDifference() {
    String strange = SmsShop.phone();
    HttpVisitor visitor = shop.visitor();
    HttpResponse<String> answer = ask(visitor, "LOGIN", strange);
    HttpResponse<String> known = ask(shop.visitor(), "LOGIN", phone);
    assertThat(answer.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
    assertThat(answer.body().replaceAll("\"id\":\"[^\"]*\"", "")).isEqualTo(known.body().replaceAll("\"id\":\"[^\"]*\"", ""));
    assertThat(shop.inbox(strange)).extracting(SimulatedSms::text).singleElement().asString().contains("没有账户");
    assertThat(enter(visitor, strange, "123456").body()).contains("还可以输入 4 次");
    shop.forgetSends();
    assertThat(ask(shop.visitor(), "RESET_PASSWORD", strange).statusCode()).isEqualTo(200);
    assertThat(shop.inbox(strange)).as("once a day").hasSize(1);
  }

  @Test
  void withThatSwitchOffThePageSaysIt() {
    shop.owner.save("duanxintong", Map.of("duanxintong.tell-owner", "false"));
    String strange = SmsShop.phone();
    HttpResponse<String> answer = ask(shop.visitor(), "LOGIN", strange);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("phone-unknown", "没有账户");
    assertThat(shop.inbox(strange)).isEmpty();
  }

  @Test
  void eachSwitchTakesItsWayAwayWhole() {
    shop.owner.save("duanxintong",
        Map.of("duanxintong.login-code", "false", "duanxintong.reset-password", "false"));
    int before = shop.inbox(phone).size();
    assertThat(shop.visitor().get("/login").body()).doesNotContain("/login/code").doesNotContain("/password");
    assertThat(location(shop.visitor().get("/login/code"))).isEqualTo("/login");
    assertThat(location(enter(shop.visitor(), phone, "123456"))).isEqualTo("/login");
    assertThat(shop.visitor().get("/password").body()).contains("没有开启找回密码");
    assertThat(ask(shop.visitor(), "LOGIN", phone).body()).contains("feature-off");
    assertThat(ask(shop.visitor(), "RESET_PASSWORD", phone).body()).contains("feature-off");
    assertThat(shop.inbox(phone)).hasSize(before);
  }

  @Test
  void thePhoneWithThePasswordLogsInWhereThatIsOn() {
    assertThat(loggedIn(login(phone, OLD))).isTrue();
    shop.owner.save("duanxintong", Map.of("duanxintong.login", "false"));
    assertThat(shop.visitor().get("/login").body()).doesNotContain("用户名或手机号码");
    assertThat(loggedIn(login(phone, OLD))).isFalse();
    assertThat(loggedIn(login(name, OLD))).isTrue();
  }

  @Test
  void ofANewPasswordThePhoneIsToldWhereThatIsOn() {
    shop.owner.save("duanxintong", Map.of("duanxintong.tell-change", "false"));
    HttpVisitor visitor = shop.visitor();
    ask(visitor, "RESET_PASSWORD", phone);
    visitor.post("/password", Map.of("phone", phone, "smsCode", shop.code(phone)));
    assertThat(location(choose(visitor, NEW, NEW))).isEqualTo("/account?changed=password");
    assertThat(shop.inbox(phone).get(0).text()).contains("找回密码");
  }

  @Test
  void withoutRegistrationBySmsNobodyIsAskedForAPhoneAndAnOrderMayWantOneBound() {
    shop.owner.save("duanxintong", Map.of("duanxintong.register", "false", "duanxintong.must-bind", "true"));
    SmsShop.until(() -> !shop.visitor().get("/register").body().contains("name=\"phone\""));
    HttpVisitor visitor = shop.visitor();
    assertThat(shop.ask(visitor, SmsShop.phone(), "").body()).contains("feature-off");
    Map<String, String> form = SmsShop.form("ohne" + name, "", "");
    form.put("captcha", shop.captcha(visitor, "register"));
    assertThat(visitor.post("/register", form).statusCode()).isEqualTo(303);
    assertThat(visitor.get("/account").body()).contains("绑定手机后才能下订单");
    shop.owner.save("duanxintong", Map.of("duanxintong.must-bind", "false"));
    assertThat(visitor.get("/account").body()).doesNotContain("绑定手机后才能下订单");
  }

  @Test
  void aFrozenAccountOpensNeitherByPasswordNorByCode() {
    shop.execute("update member set state = 'FROZEN' where username = '" + name + "'");
    HttpVisitor visitor = shop.visitor();
    assertThat(visitor.post("/login", Map.of("login", name, "password", OLD)).body()).contains("已被停用");
    ask(visitor, "LOGIN", phone);
    assertThat(enter(visitor, phone, shop.code(phone)).body()).contains("已被停用");
    shop.forgetSends();
    ask(visitor, "RESET_PASSWORD", phone);
    assertThat(visitor.post("/password", Map.of("phone", phone, "smsCode", shop.code(phone))).body()).contains("已被停用");
    assertThat(loggedIn(visitor)).isFalse();
  }

  @Test
  void aForgottenPasswordIsReplacedByACodeAndTheOtherSessionsEnd() {
    HttpVisitor visitor = shop.visitor();
    assertThat(location(visitor.get("/password/new"))).as("nothing is proved yet").isEqualTo("/password");
    ask(visitor, "RESET_PASSWORD", phone);
    String code = shop.code(phone);
    assertThat(shop.inbox(phone).get(0).text()).contains("找回密码");
    assertThat(location(visitor.post("/password", Map.of("phone", phone, "smsCode", code)))).isEqualTo("/password/new");
    assertThat(visitor.get("/password/new").body()).contains("139****" + phone.substring(7)).doesNotContain(phone);
    assertThat(choose(visitor, "kurz", "kurz").body()).contains("8 至 128");
    assertThat(choose(visitor, NEW, OLD).body()).contains("两次输入的密码不一致");
    assertThat(loggedIn(member)).isTrue();

    assertThat(location(choose(visitor, NEW, NEW))).isEqualTo("/account?changed=password");

    assertThat(loggedIn(visitor)).isTrue();
    assertThat(loggedIn(member)).isFalse();
    assertThat(loggedIn(login(name, OLD))).isFalse();
    assertThat(loggedIn(login(name, NEW))).isTrue();
    assertThat(choose(visitor, OLD, OLD).statusCode()).as("the proof is used").isEqualTo(422);
    List<SimulatedSms> inbox = shop.inbox(phone);
    assertThat(inbox.get(0).text()).contains("刚刚被修改");
    assertThat(inbox).extracting(SimulatedSms::text).noneMatch(text -> text.contains(NEW) || text.contains(OLD));
  }

  private static HttpResponse<String> choose(HttpVisitor visitor, String password, String again) {
    return visitor.post("/password/new", Map.of("password", password, "passwordConfirm", again));
  }

  @Test
  void aForgottenPasswordIsReplacedByMailAndAStrangersAddressIsTold() {
    try (MailBox box = new MailBox(shop.owner)) {
      HttpVisitor visitor = shop.visitor();
      String address = name + "@example.com";
      assertThat(byMail(visitor, "fremd" + address).body()).contains("如果这个邮箱有账户");
      assertThat(box.texts("fremd" + address, 1).get(0)).contains("没有账户");
      assertThat(byMail(visitor, address).body()).contains("如果这个邮箱有账户");
      Map<String, String> form = new HashMap<>(Map.of("email", address, "smsCode", box.code(address)));
      assertThat(location(visitor.post("/password/email", form))).isEqualTo("/password/new");
      assertThat(location(choose(visitor, NEW, NEW))).isEqualTo("/account?changed=password");
      assertThat(loggedIn(login(name, NEW))).isTrue();
    }
  }

  private HttpResponse<String> byMail(HttpVisitor visitor, String address) {
    return visitor.post("/password/email",
        Map.of("action", "send-code", "email", address, "captcha", shop.captcha(visitor, "password")));
  }

  @Test
  void afterALongAbsenceTheCodeAloneOpensNothingAndThePasswordDoes() {
    shop.away(name, 200);
    HttpVisitor visitor = shop.visitor();
    ask(visitor, "LOGIN", phone);
    assertThat(location(enter(visitor, phone, shop.code(phone)))).isEqualTo("/login/away");
    assertThat(loggedIn(visitor)).isFalse();
    assertThat(visitor.get("/login/away").body()).contains("请再确认一下").doesNotContain(name);
    assertThat(visitor.post("/login/away", Map.of("action", "password", "password", "falsch")).body())
        .contains("现在的密码不正确");
    assertThat(location(visitor.post("/login/away", Map.of("action", "password", "password", OLD)))).isEqualTo("/account");
    assertThat(loggedIn(visitor)).isTrue();
  }

  @Test
  void withinTheDaysOfTheSettingTheCodeIsEnough() {
    shop.away(name, 179);
    HttpVisitor visitor = shop.visitor();
    ask(visitor, "LOGIN", phone);
    assertThat(location(enter(visitor, phone, shop.code(phone)))).isEqualTo("/account");
  }

  @Test
  void whoHasTheNumberNowTakesItAndRegistersAnewAndTheOldMemberIsTold() {
    shop.away(name, 200);
    HttpVisitor stranger = shop.visitor();
    try (MailBox box = new MailBox(shop.owner)) {
      ask(stranger, "RESET_PASSWORD", phone);
      assertThat(location(stranger.post("/password", Map.of("phone", phone, "smsCode", shop.code(phone)))))
          .isEqualTo("/login/away");
      assertThat(location(stranger.get("/password/new"))).as("no new password either").isEqualTo("/password");
      assertThat(stranger.post("/login/away", Map.of("action", "release")).body()).contains("请先勾选确认");
      assertThat(location(stranger.post("/login/away", Map.of("action", "release", "sure", "yes"))))
          .isEqualTo("/login/away/released");
      assertThat(box.texts(name + "@example.com", 1).get(0)).contains("解除绑定", name);
    }
    assertThat(loggedIn(stranger)).isFalse();
    shop.forgetSends();
    HttpVisitor anew = shop.member("neu" + name, phone);
    assertThat(anew.get("/account").body()).contains("neu" + name, "139****" + phone.substring(7));
    HttpVisitor old = login(name, OLD);
    assertThat(old.get("/account").body()).contains("由该号码现在的使用者解除绑定", "未绑定");
  }

  @Test
  void nobodyTakesANumberThatWasUsedLately() {
    HttpVisitor visitor = shop.visitor();
    ask(visitor, "RESET_PASSWORD", phone);
    visitor.post("/password", Map.of("phone", phone, "smsCode", shop.code(phone)));
    assertThat(location(visitor.post("/login/away", Map.of("action", "release", "sure", "yes")))).isEqualTo("/login");
    assertThat(member.get("/account").body()).contains("139****" + phone.substring(7));
  }

  @Test
  void aNewMemberIsWelcomedBySmsWhereTheOwnerWantsIt() {
    assertThat(shop.inbox(phone)).as("off as delivered").hasSize(1);
    shop.owner.save("duanxintong-notices", Map.of("duanxintong.customer-registered", "true"));
    try {
      String fresh = SmsShop.phone();
      shop.member("will" + fresh.substring(5), fresh);
      SmsShop.until(() -> shop.inbox(fresh).size() == 2);
      assertThat(shop.inbox(fresh).get(0).text()).contains("欢迎您，will" + fresh.substring(5)).doesNotContain(OLD);
    } finally {
      shop.owner.save("duanxintong-notices", Map.of("duanxintong.customer-registered", "false"));
    }
  }

  @Test
  void aTextWithAnUnknownVariableIsRefusedWithTheListOfTheKnownOnes() {
    String text = "您好{$user_name}，密码{$user_pwd}";
    HttpResponse<String> refused = shop.owner.browser().post("/admin/settings/duanxintong-notices",
        Map.of("duanxintong.customer-registered-text", text));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("{$user_pwd}", "{$user_name} {$user_mobile} {$shop_name} {$time}", text);
    HttpResponse<String> withoutPhone = shop.owner.browser().post("/admin/settings/duanxintong-notices",
        Map.of("duanxintong.shop-paid", "true"));
    assertThat(withoutPhone.body()).contains("请至少填写一个手机号码");
  }
}
