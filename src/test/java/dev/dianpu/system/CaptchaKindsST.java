package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of captcha over HTTP, as a script and as a form without scripts meet it. */
class CaptchaKindsST {

  private static SmsShop shop;

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
  }

  @AfterEach
  void picturesAgain() {
    kind("register", "picture");
    kind("login", "picture");
    shop.shop.simulators().chanyoo().reset();
  }

  static void kind(String form, String kind) {
    HttpResponse<String> saved = SmsShop.get().owner.browser()
        .post("/admin/captcha", Map.of("captcha." + form + "-kind", kind, "captcha.work", "10"));
    assertThat(saved.statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture", "slider", "work", "picture-or-work"})
  void aScriptGetsItsCodeByARightAnswerOnce(String kind) {
    kind("register", kind);
    HttpVisitor visitor = shop.visitor();
    String answer = shop.captcha(visitor, "register");
    String token = visitor.cookie("dianpu_captcha").orElseThrow();

    HttpResponse<String> sent = shop.ask(visitor, SmsShop.phone(), answer);

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    assertThat(asked(answer, token).body()).as("the same cookie and answer again").contains("captcha-wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture", "slider", "work", "picture-or-work"})
  void aFormWithoutScriptsGetsItsCodeByARightAnswer(String kind) {
    kind("register", kind);
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    Map<String, String> form = SmsShop.form("art" + phone.substring(5), phone, "");
    form.put("captcha", shop.captcha(visitor, "register"));

    assertThat(visitor.post("/register/code", form).body()).contains("验证码已发送");
    assertThat(shop.inbox(phone)).hasSize(1);
  }

  @Test
  void aWrongAnswerIsRefusedBesideItsFieldWhateverTheKind() {
    for (String kind : new String[] {"picture", "slider", "work"}) {
      kind("register", kind);
      HttpVisitor visitor = shop.visitor();
      shop.captcha(visitor, "register");
      assertThat(shop.ask(visitor, SmsShop.phone(), "0").body()).as(kind).contains("captcha-wrong", "\"captcha\"");
    }
  }

  /** What was shown before the owner chose a harder kind opens nothing afterwards. */
  @Test
  void aKindThatTheFormNoLongerTakesIsWorthNothing() {
    HttpVisitor visitor = shop.visitor();
    String answer = shop.captcha(visitor, "register");
    kind("register", "work");

    assertThat(shop.ask(visitor, SmsShop.phone(), answer).body()).contains("captcha-wrong");
    assertThat(visitor.get("/captcha?form=register&kind=picture").statusCode()).isEqualTo(404);
  }

  @Test
  void theSolutionOfOneFormOrBrowserIsNoneOfAnother() {
    kind("register", "work");
    kind("login", "work");
    HttpVisitor visitor = shop.visitor();
    String ofLogin = shop.captcha(visitor, "login");
    assertThat(shop.ask(visitor, SmsShop.phone(), ofLogin).body()).contains("captcha-wrong");

    HttpVisitor first = shop.visitor();
    HttpVisitor second = shop.visitor();
    String ofFirst = shop.captcha(first, "register");
    shop.captcha(second, "register");
    assertThat(shop.ask(second, SmsShop.phone(), ofFirst).body()).contains("captcha-wrong");
    assertThat(shop.ask(first, SmsShop.phone(), ofFirst).statusCode()).isEqualTo(200);
  }

  @Test
  void aChallengeIsWhatAltchasOwnWidgetTakes() {
    kind("register", "work");
    HttpResponse<String> challenge = shop.visitor().get("/captcha?form=register");

    assertThat(challenge.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(challenge.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(challenge.body()).contains("\"algorithm\":\"SHA-256\"", "\"maxnumber\":10000", "?form=register&expires=")
        .doesNotContain("\"number\"");
  }

  private static HttpResponse<String> asked(String answer, String token) {
    HttpVisitor thief = new HttpVisitor(shop.shop.address());
    thief.takeCookie("dianpu_captcha", token);
    return shop.ask(thief, SmsShop.phone(), answer);
  }
}
