package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member changes what the account hangs on; whoever sits down at an open browser must not be able to. */
class AccountST {

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
    name = "konto" + phone.substring(6);
    member = shop.visitor();
    shop.askForCode(member, phone);
    assertThat(member.post("/register", SmsShop.form(name, phone, shop.code(phone))).statusCode()).isEqualTo(303);
    shop.forgetSends();
  }

  @AfterEach
  void forget() {
    shop.owner.save("duanxintong", Map.of("duanxintong.change-phone", "true"));
    shop.execute("delete from email_budget");
    shop.forgetSends();
  }

  private HttpResponse<String> send(String page, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(Map.of("action", "send", "captcha", shop.captcha(member, "account")));
    form.putAll(more);
    return member.post(page, form);
  }

  private HttpVisitor login(String password) {
    HttpVisitor browser = shop.visitor();
    browser.post("/login", Map.of("login", name, "password", password));
    return browser;
  }

  private static boolean loggedIn(HttpVisitor browser) {
    return browser.get("/account").statusCode() == 200;
  }

  private static Map<String, String> password(String current, String code) {
    return Map.of("current", current, "password", NEW, "passwordConfirm", NEW, "smsCode", code);
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndACodeAndEndsTheOtherSessions() {
    HttpVisitor other = login(OLD);
    assertThat(loggedIn(other)).isTrue();
    assertThat(member.get("/account/password").body()).contains("139****" + phone.substring(7)).doesNotContain(phone);
    assertThat(send("/account/password", Map.of()).body()).contains("验证码已发送到 139****");
    String code = shop.code(phone);
    assertThat(shop.inbox(phone).get(0).text()).contains("修改密码");
    assertThat(member.post("/account/password", password("falsch", code)).body()).contains("现在的密码不正确");
    assertThat(member.post("/account/password", password(OLD, "")).body()).contains("请输入验证码");
    String wrong = code.equals("000000") ? "000001" : "000000";
    assertThat(member.post("/account/password", password(OLD, wrong)).body()).contains("还可以输入 4 次");

    HttpResponse<String> changed = member.post("/account/password", password(OLD, code));
    assertThat(changed.headers().firstValue("Location")).contains("/account?changed=password");
    assertThat(member.get("/account?changed=password").body()).contains("密码已修改");
    assertThat(loggedIn(other)).isFalse();
    assertThat(loggedIn(login(OLD))).isFalse();
    assertThat(loggedIn(login(NEW))).isTrue();
    assertThat(shop.inbox(phone).get(0).text()).as("without a mail server the phone is told").contains("刚刚被修改");
  }

  @Test
  void withoutACaptchaNoCodeIsSent() {
    int before = shop.inbox(phone).size();
    assertThat(member.post("/account/password", Map.of("action", "send")).body()).contains("请先输入图形验证码");
    assertThat(send("/account/password", Map.of("captcha", "????")).body()).contains("图形验证码不正确");
    assertThat(shop.inbox(phone)).hasSize(before);
    assertThat(shop.visitor().get("/account/password").headers().firstValue("Location"))
        .contains("/login?back=/account/password");
  }

  @Test
  void aNewPhoneNeedsACodeOfItAndOneOfTheOld() {
    String fresh = SmsShop.phone();
    assertThat(send("/account/phone", Map.of("phone", fresh)).body()).contains("验证码已发送到 139****");
    String code = shop.code(fresh);
    Map<String, String> form = new HashMap<>(Map.of("phone", fresh, "smsCode", code, "oldCode", ""));
    assertThat(member.post("/account/phone", form).statusCode()).as("the old phone was not asked").isEqualTo(422);
    Map<String, String> old = Map.of("action", "send-old", "phone", fresh, "captcha", shop.captcha(member, "account"));
    assertThat(member.post("/account/phone", old).body()).contains("验证码已发送到 139****" + phone.substring(7));
    form.put("oldCode", shop.code(phone));
    assertThat(member.post("/account/phone", form).headers().firstValue("Location")).contains("/account?changed=phone");
    assertThat(member.get("/account").body()).contains("139****" + fresh.substring(7));
    HttpVisitor browser = shop.visitor();
    browser.post("/login", Map.of("login", fresh, "password", OLD));
    assertThat(loggedIn(browser)).isTrue();
  }

  @Test
  void whoLostTheOldPhoneGivesThePasswordAndTheOldPhoneIsTold() {
    String fresh = SmsShop.phone();
    send("/account/phone", Map.of("phone", fresh));
    assertThat(member.post("/account/phone", Map.of("phone", fresh, "smsCode", shop.code(fresh), "current", OLD))
        .statusCode()).isEqualTo(303);
    assertThat(shop.inbox(phone).get(0).text()).contains("刚刚被修改");
  }

  @Test
  void thePhoneIsRemovedWithACodeToItOrWithThePassword() {
    assertThat(send("/account/phone/remove", Map.of("action", "send-old")).body()).contains("验证码已发送到 139****");
    assertThat(member.post("/account/phone/remove", Map.of()).body()).contains("请输入验证码");
    assertThat(member.post("/account/phone/remove", Map.of("oldCode", shop.code(phone))).headers().firstValue("Location"))
        .contains("/account?changed=phone-removed");
    assertThat(member.get("/account").body()).contains("未绑定").doesNotContain("/account/phone/remove");
    assertThat(member.get("/account/phone/remove").headers().firstValue("Location")).contains("/account/phone");
    HttpVisitor browser = shop.visitor();
    browser.post("/login", Map.of("login", phone, "password", OLD));
    assertThat(loggedIn(browser)).as("by the phone that was removed").isFalse();

    register();
    assertThat(member.post("/account/phone/remove", Map.of("current", "falsch")).body()).contains("现在的密码不正确");
    assertThat(member.post("/account/phone/remove", Map.of("current", OLD)).statusCode()).isEqualTo(303);
    assertThat(shop.inbox(phone).get(0).text()).contains("刚刚被修改");
  }

  @Test
  void whileChangingPhonesIsOffNoneIsRemovedAndAnOrderMayNeedOne() {
    shop.owner.save("duanxintong", Map.of("duanxintong.must-bind", "true"));
    assertThat(member.get("/account/phone/remove").body()).contains("绑定手机后才能下订单");
    shop.owner.save("duanxintong", Map.of("duanxintong.must-bind", "false", "duanxintong.change-phone", "false"));
    assertThat(member.post("/account/phone/remove", Map.of("current", OLD)).headers().firstValue("Location"))
        .contains("/account/phone");
    assertThat(member.get("/account").body()).contains("139****" + phone.substring(7));
  }

  @Test
  void somebodyElsesPhoneIsToldAndThePageShowsNoDifference() {
    String owners = phone;
    register();
    HttpResponse<String> answer = send("/account/phone", Map.of("phone", owners));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("验证码已发送到 139****" + owners.substring(7));
    assertThat(shop.inbox(owners).get(0).text()).contains("已有账户");
  }

  @Test
  void aNewAddressNeedsThePasswordAndACodeSentToItAndTheOldAddressIsTold() {
    try (MailBox box = new MailBox(shop.owner)) {
      String fresh = name + "@new.example.com";
      assertThat(send("/account/email", Map.of("email", fresh)).body()).contains("@new.example.com");
      String code = box.code(fresh);
      Map<String, String> form = new HashMap<>(Map.of("email", fresh, "smsCode", code, "current", "falsch"));
      assertThat(member.post("/account/email", form).body()).contains("现在的密码不正确");
      form.put("current", OLD);
      assertThat(member.post("/account/email", form).headers().firstValue("Location")).contains("/account?changed=email");
      assertThat(member.get("/account").body()).contains(fresh);
      assertThat(box.texts(name + "@example.com", 1).get(0)).contains("邮箱", "被修改");
    }
  }

  @Test
  void somebodyElsesAddressIsToldAndThePageShowsNoDifference() {
    String owners = name + "@example.com";
    register();
    try (MailBox box = new MailBox(shop.owner)) {
      HttpResponse<String> answer = send("/account/email", Map.of("email", owners));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("验证码已发送到 k***@example.com");
      assertThat(box.texts(owners, 1).get(0)).contains("已有账户").doesNotContainPattern("[0-9]{6} ?（");
    }
  }

  @Test
  void pastTheCapForSmsAnAddressIsProvedInstead() {
    try (MailBox box = new MailBox(shop.owner)) {
      HttpVisitor visitor = shop.reachCap();
      assertThat(shop.askForCode(visitor, SmsShop.phone()).body()).contains("\"byEmail\":\"/register/email\"");
      Map<String, String> withoutScripts = SmsShop.form("ohne" + name, SmsShop.phone(), "");
      withoutScripts.put("captcha", shop.captcha(visitor, "register"));
      assertThat(visitor.post("/register/code", withoutScripts).body())
          .contains("<p id=\"by-email\"><a href=\"/register/email\">");
      assertThat(shop.visitor().get("/register/email").headers().firstValue("Location")).contains("/register");
      assertThat(visitor.get("/register/email").body()).contains("用邮箱验证码注册", "name=\"emailCode\"");
      String fresh = "per" + name;
      Map<String, String> form = SmsShop.form(fresh, "", "");
      form.putAll(Map.of("action", "send-code", "captcha", shop.captcha(visitor, "register")));
      assertThat(visitor.post("/register/email", form).body()).contains("验证码已发送");
      form.putAll(Map.of("action", "", "emailCode", "12345"));
      assertThat(visitor.post("/register/email", form).statusCode()).isEqualTo(422);
      form.put("emailCode", box.code(fresh + "@example.com"));
      assertThat(visitor.post("/register/email", form).headers().firstValue("Location")).contains("/register/done");
      assertThat(visitor.get("/account").body()).contains(fresh);
    } finally {
      shop.liftCap();
    }
  }
}
