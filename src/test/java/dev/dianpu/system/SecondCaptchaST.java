package dev.dianpu.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While the guard is strict, a slider is asked for after the form's own captcha: by scripts, without, in a browser. */
class SecondCaptchaST {

  private static SmsShop shop;

  @RegisterExtension final Browser browser = new Browser();

  @BeforeAll
  static void strict() {
    shop = SmsShop.get();
    shop.owner.saveGuard(Map.of("guard.slider", "ENFORCE"));
    shop.execute("replace into guard_level (kind, subject, level, since, ends_at, pauses, counted_from, decision_id)"
        + " values ('SITE', '', 'STRICT', utc_timestamp(6), utc_timestamp(6) + interval 1 hour, 0, utc_timestamp(6), 0)");
    shop.owner.browser().post("/admin/cache/clear", Map.of());
  }

  @AfterAll
  static void calm() {
    shop.owner.saveGuard(Map.of("guard.slider", "RECORD"));
    shop.execute("delete from guard_level");
    shop.owner.browser().post("/admin/cache/clear", Map.of());
  }

  private static void assertRefused(HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
  }

  @Test
  void aScriptSolvesBothAndEachOnce() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    assertRefused(shop.askForCode(visitor, phone), "captcha-second");
    String first = visitor.cookie("dianpu_captcha_first").orElseThrow();
    shop.captcha(visitor, "second");
    assertRefused(shop.ask(visitor, phone, "0"), "captcha-wrong");
    assertThat(shop.inbox(phone)).isEmpty();

    HttpResponse<String> sent = shop.ask(visitor, phone, shop.captcha(visitor, "second"));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    assertThat(shop.inbox(phone)).hasSize(1);

    HttpVisitor other = shop.visitor();
    other.takeCookie("dianpu_captcha_first", first);
    assertRefused(shop.ask(other, SmsShop.phone(), shop.captcha(other, "second")), "captcha-required");
  }

  @Test
  void threeWrongSlidersAskForTheFirstAgain() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    assertRefused(shop.askForCode(visitor, phone), "captcha-second");
    String first = visitor.cookie("dianpu_captcha_first").orElseThrow();
    for (int i = 0; i < 3; i++) {
      shop.captcha(visitor, "second");
      assertRefused(shop.ask(visitor, phone, "0"), "captcha-wrong");
    }
    visitor.takeCookie("dianpu_captcha_first", first);
    assertRefused(shop.ask(visitor, phone, shop.captcha(visitor, "second")), "captcha-required");
    assertThat(shop.inbox(phone)).isEmpty();
  }

  @Test
  void aSliderWithoutTheFirstIsNotEnough() {
    HttpVisitor visitor = shop.visitor();
    assertRefused(shop.ask(visitor, SmsShop.phone(), shop.captcha(visitor, "second")), "captcha-wrong");
  }

  @Test
  void aFormWithoutScriptsShowsOneAfterTheOther() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    HttpResponse<String> page = visitor.post("/register/code",
        Map.of("phone", phone, "captcha", shop.captcha(visitor, "register")));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("请再把拼图推到缺口处", "/captcha?form=second&amp;kind=slider", phone);
    HttpResponse<String> sent = visitor.post("/register/code",
        Map.of("phone", phone, "captcha", shop.captcha(visitor, "second")));
    assertThat(sent.body()).contains("验证码已发送");
    assertThat(shop.inbox(phone)).hasSize(1);
  }

  @Test
  void inABrowserTheSliderTakesThePlaceOfThePicture() {
    for (Page page : List.of(browser.desktop(), browser.phone())) {
      page.navigate("/register");
      String phone = SmsShop.phone();
      page.fill("#phone", phone);
      page.fill("#captcha", answer(page));
      page.click("#send-code");
      assertThat(page.locator("#captcha-error")).containsText("请再把拼图推到缺口处");
      assertThat(page.locator(".slider-piece")).isVisible();
      page.locator("#captcha").fill(answer(page));
      page.click("#send-code");
      assertThat(page.locator("#code-status")).containsText("验证码已发送");
      assertThat(shop.inbox(phone)).hasSize(1);
    }
  }

  private static String answer(Page page) {
    return page.context().cookies().stream().filter(cookie -> cookie.name.equals("dianpu_captcha")).findFirst()
        .map(cookie -> shop.answer(cookie.value)).orElseThrow();
  }
}
