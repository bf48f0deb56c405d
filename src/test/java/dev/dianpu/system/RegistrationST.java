package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.simulator.Fault;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job: a person registers with phone, captcha and SMS code; and everything that stops one. */
class RegistrationST {

  private static SmsShop shop;

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
  }

  @AfterEach
  void quiet() {
    shop.shop.simulators().chanyoo().reset();
    shop.forgetPauses();
  }

  @Test
  void aPersonRegistersAndIsLoggedInWithANewSession() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    HttpResponse<String> asked = shop.askForCode(visitor, phone);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    String session = visitor.cookie("dianpu_session").orElseThrow();

    HttpResponse<String> registered = visitor.post("/register", SmsShop.form("neu" + phone.substring(7), phone, shop.code(phone)));

    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(303);
    assertThat(visitor.get("/register/done").body()).contains("注册成功");
    assertThat(visitor.get("/account").body()).contains("139****").doesNotContain(phone);
    assertThat(visitor.cookie("dianpu_session").orElseThrow()).isNotEqualTo(session);
  }

  @Test
  void withoutJavaScriptTheButtonSendsTheCodeAndKeepsEveryFieldButThePasswords() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    Map<String, String> form = SmsShop.form("ohnejs" + phone.substring(8), phone, "");
    form.put("captcha", shop.captcha(visitor, "register"));

    HttpResponse<String> answer = visitor.post("/register/code", form);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("验证码已发送", form.get("username"), form.get("email"), phone)
        .doesNotContain("gute Reise");
    assertThat(shop.inbox(phone)).hasSize(1);
  }

  @Test
  void withoutACaptchaNothingIsSent() {
    String phone = SmsShop.phone();

    assertProblem(shop.ask(shop.visitor(), phone, ""), 422, "captcha-required");
    assertThat(shop.inbox(phone)).isEmpty();
  }

  @Test
  void aWrongCaptchaSendsNothingAndCannotBeTriedAgain() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    String right = shop.captcha(visitor, "register");

    assertProblem(shop.ask(visitor, phone, "????"), 422, "captcha-wrong");
    assertProblem(shop.ask(visitor, phone, right), 422, "captcha-wrong");
    assertThat(shop.inbox(phone)).isEmpty();
  }

  @Test
  void oneCaptchaIsNotGoodForASecondPhone() {
    HttpVisitor visitor = shop.visitor();
    String captcha = shop.captcha(visitor, "register");
    assertThat(shop.ask(visitor, SmsShop.phone(), captcha).statusCode()).isEqualTo(200);

    assertProblem(shop.ask(visitor, SmsShop.phone(), captcha), 422, "captcha-wrong");
  }

  @Test
  void aNumberThatIsNoMobileIsRefusedBeforeTheCaptchaIsSpent() {
    HttpVisitor visitor = shop.visitor();
    String captcha = shop.captcha(visitor, "register");

    assertProblem(shop.ask(visitor, "12345", captcha), 422, "phone-invalid");
    assertThat(shop.ask(visitor, SmsShop.phone(), captcha).statusCode()).isEqualTo(200);
  }

  @Test
  void virtualOperatorsAnd149AreMobileNumbers() {
    for (String prefix : List.of("149", "162", "165", "167", "170", "171", "192")) {
      String phone = prefix + SmsShop.phone().substring(3);
      assertThat(shop.askForCode(shop.visitor(), phone).statusCode()).as(prefix).isEqualTo(200);
    }
  }

  @Test
  void aSecondCodeWithinTheIntervalHasToWaitAndTheAnswerSaysHowLong() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    shop.askForCode(visitor, phone);

    HttpResponse<String> again = shop.ask(visitor, phone, "");

    assertProblem(again, 429, "too-soon");
    assertThat(again.body()).contains("retryAfter");
    assertThat(shop.inbox(phone)).hasSize(1);
  }

  @Test
  void anotherVisitorCannotGetASecondSmsToThatPhoneEither() {
    String phone = SmsShop.phone();
    shop.askForCode(shop.visitor(), phone);

    assertProblem(shop.askForCode(shop.visitor(), phone), 429, "too-soon");
  }

  @Test
  void theUsedUpPackageTheThrottleAndTheRefusalAreToldApart() {
    assertFault("Quota Exhausted", 403, 503, "channel-quota");
    assertFault("Throttled by API Flow Control", 403, 503, "channel-throttled");
    assertFault("Invalid Signature, Server StringToSign:x", 400, 502, "channel-refused");
  }

  @Test
  void anSmsThatWasSurelyNotSentCostsNoInterval() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    shop.shop.simulators().chanyoo().fault(refusal(403, "Quota Exhausted"), 1);
    assertProblem(shop.askForCode(visitor, phone), 503, "channel-quota");
    shop.forgetPauses();

    assertThat(shop.ask(visitor, phone, "").statusCode()).isEqualTo(200);
  }

  @Test
  void aGatewayThatBreaksOffMayHaveSentAndTheCodeIsGood() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    shop.shop.simulators().chanyoo().fault(Fault.of(Fault.Mode.RESET), 1);

    HttpResponse<String> asked = shop.askForCode(visitor, phone);

    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.body()).contains("outcome-unknown");
    assertThat(shop.shop.simulators().chanyoo().arrivals()).isEqualTo(1);
  }

  @Test
  void fiveWrongCodesEndACodeAndAStrangerCannotBurnThem() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    shop.askForCode(visitor, phone);
    String code = shop.code(phone);
    String wrong = code.equals("000000") ? "000001" : "000000";
    HttpVisitor stranger = shop.visitor();
    for (int i = 0; i < 6; i++) {
      assertThat(stranger.post("/register", SmsShop.form("fremd" + phone.substring(7), phone, wrong)).statusCode()).isEqualTo(422);
    }

    assertThat(visitor.post("/register", SmsShop.form("fuenf" + phone.substring(7), phone, wrong)).body()).contains("还可以输入 4 次");
    for (int i = 0; i < 4; i++) {
      visitor.post("/register", SmsShop.form("fuenf" + phone.substring(7), phone, wrong));
    }
    assertThat(visitor.post("/register", SmsShop.form("fuenf" + phone.substring(7), phone, code)).statusCode()).isEqualTo(422);
  }

  @Test
  void aTakenUserNameLeavesTheProofOfPhoneValid() {
    String taken = member();
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    shop.askForCode(visitor, phone);
    Map<String, String> form = SmsShop.form("frei" + phone.substring(7), phone, shop.code(phone));
    form.put("email", taken + "@example.com");
    HttpResponse<String> refused = visitor.post("/register", form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("这个邮箱已经注册");

    form.put("email", "frei" + phone + "@example.com");
    form.put("smsCode", "");
    assertThat(visitor.post("/register", form).statusCode()).isEqualTo(303);
  }

  @Test
  void aTakenUserNameIsToldOnlyToWhomThePhoneAnswered() {
    String taken = member();
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    HttpResponse<String> probed = visitor.post("/register", SmsShop.form(taken, phone, "000000"));
    assertThat(probed.statusCode()).isEqualTo(422);
    assertThat(probed.body()).doesNotContain("用户名已被使用");

    shop.askForCode(visitor, phone);
    Map<String, String> form = SmsShop.form(taken, phone, shop.code(phone));
    assertThat(visitor.post("/register", form).body()).contains("这个用户名已被使用", "这个邮箱已经注册");
    form.putAll(Map.of("username", "neuer" + phone.substring(7), "email", phone + "@example.com", "smsCode", ""));
    assertThat(visitor.post("/register", form).statusCode()).as("one SMS was enough").isEqualTo(303);
  }

  @Test
  void aReservedNameInFullWidthIsRefused() {
    assertThat(shop.visitor().post("/register", SmsShop.form("ａdmin", SmsShop.phone(), "1")).body())
        .contains("这个用户名已被使用");
  }

  @Test
  void theAddressOfTheButtonLeadsToTheForm() {
    HttpResponse<String> answer = shop.visitor().get("/register/code");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/register");
  }

  @Test
  void aMemberWhoOpensLoginOrRegisterIsSentToTheUserCentre() {
    shop.visitor().get("/register");
    HttpVisitor visitor = shop.visitor();
    visitor.post("/login", Map.of("login", member(), "password", "gute Reise 42 km"));
    for (String path : List.of("/login", "/login?back=/account", "/register")) {
      HttpResponse<String> answer = visitor.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).as(path).contains("/account");
    }
    assertThat(shop.visitor().get("/register").statusCode()).isEqualTo(200);
  }

  @Test
  void changingTheMailAddressAsksForThePassword() {
    HttpVisitor visitor = shop.visitor();
    String name = member();
    visitor.post("/login", Map.of("login", name, "password", "gute Reise 42 km"));
    Map<String, String> form = new java.util.HashMap<>(Map.of("email", "x" + name + "@example.com"));
    assertThat(visitor.post("/account/email", form).body()).contains("请填写现在的密码");
    form.put("current", "falsch");
    HttpResponse<String> wrong = visitor.post("/account/email", form);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("现在的密码不正确").doesNotContain("falsch");
    assertThat(visitor.post("/account/profile", Map.of("nickname", "neu", "email", "y@example.com")).statusCode())
        .as("the nickname alone").isEqualTo(303);
    assertThat(visitor.get("/account").body()).contains(name + "@example.com").doesNotContain("y@example.com");
  }

  @Test
  void aMembersPhoneIsNotToldToAVisitorOnlyToThePhoneAndOnlyOnce() {
    HttpVisitor first = shop.visitor();
    String phone = SmsShop.phone();
    shop.askForCode(first, phone);
    first.post("/register", SmsShop.form("besitz" + phone.substring(7), phone, shop.code(phone)));
    shop.forgetSends();

    HttpResponse<String> asked = shop.askForCode(shop.visitor(), phone);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(shop.inbox(phone)).hasSize(2);
    assertThat(shop.inbox(phone).get(0).text()).contains("已有账户");
    shop.forgetSends();
    assertThat(shop.askForCode(shop.visitor(), phone).statusCode()).isEqualTo(200);
    assertThat(shop.inbox(phone)).hasSize(2);
  }

  @Test
  void twoSimultaneousRegistrationsMakeOneMemberAndOneClearMessage() throws Exception {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    shop.askForCode(visitor, phone);
    String code = shop.code(phone);
    Callable<HttpResponse<String>> one =
        () -> visitor.post("/register", SmsShop.form("zwei" + phone.substring(7), phone, code));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Integer> answers = threads.invokeAll(List.of(one, one)).stream().map(answer -> {
      try {
        return answer.get().statusCode();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }).sorted().toList();
    threads.shutdown();

    assertThat(answers).containsExactly(303, 422);
    assertThat(shop.count("select count(*) from member where username = 'zwei" + phone.substring(7) + "'")).isEqualTo(1);
  }

  @Test
  void everyMistakeIsShownBesideItsFieldAndNothingIsLost() {
    HttpResponse<String> answer = shop.visitor().post("/register", Map.of("username", "ab", "email", "nirgends",
        "password", "12345678", "passwordConfirm", "87654321", "phone", "110", "smsCode", ""));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("3 至 20 个字符", "邮箱格式不正确", "太容易被猜到", "两次输入的密码不一致",
        "11 位中国大陆手机号码", "请阅读并勾选同意", "value=\"nirgends\"").doesNotContain("87654321");
  }

  @Test
  void jsonThatBreaksOffIsABadRequestNotAFailureOfTheShop() {
    assertProblem(shop.visitor().json("/api/v1/verifications", "{\"phone\":"), 400, "bad-request");
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    HttpResponse<String> answer = shop.visitor().post("/register/code", Map.of("phone", SmsShop.phone()),
        Map.of("Origin", "https://evil.example"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aMemberLogsInByNameAndByPhoneAndLogsOut() {
    HttpVisitor first = shop.visitor();
    String phone = SmsShop.phone();
    shop.askForCode(first, phone);
    String name = "komm" + phone.substring(7);
    first.post("/register", SmsShop.form(name, phone, shop.code(phone)));

    for (String login : List.of(name, phone, "+86 " + phone)) {
      HttpVisitor visitor = shop.visitor();
      assertThat(visitor.post("/login", Map.of("login", login, "password", "gute Reise 42 km")).statusCode())
          .as(login).isEqualTo(303);
      assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
      visitor.post("/logout", Map.of());
      assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }
    assertThat(shop.visitor().post("/login", Map.of("login", name, "password", "falsch")).body())
        .contains("用户名或密码不正确");
  }

  private String member() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    shop.askForCode(visitor, phone);
    String name = "schon" + phone.substring(7);
    assertThat(visitor.post("/register", SmsShop.form(name, phone, shop.code(phone))).statusCode()).isEqualTo(303);
    return name;
  }

  private static Fault refusal(int status, String message) {
    return Fault.answer(status, Map.of("X-Ca-Error-Message", message, "X-Ca-Request-Id", "R-1"), "");
  }

  private void assertFault(String message, int gatewayStatus, int status, String code) {
    shop.shop.simulators().chanyoo().fault(refusal(gatewayStatus, message), 1);
    assertProblem(shop.askForCode(shop.visitor(), SmsShop.phone()), status, code);
    shop.forgetPauses();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
  }
}
