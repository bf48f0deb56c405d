package dev.dianpu.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kinds of captcha as people meet them: by mouse, by keyboard, on a phone, without scripts. */
class CaptchaBrowserST {

  private static SmsShop shop;

  @RegisterExtension final Browser browser = new Browser();

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
  }

  @AfterEach
  void picturesAgain() {
    CaptchaKindsST.kind("register", "picture");
    CaptchaKindsST.kind("login", "picture");
    assertThat(complaints).isEmpty();
  }

  private Page listened(Page page) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  @Test
  void byKeyboardAloneAPersonRegistersWithAProofOfWork() {
    CaptchaKindsST.kind("register", "work");
    Page page = listened(browser.desktop());
    page.navigate("/register");
    String phone = SmsShop.phone();
    String name = "taste" + phone.substring(6);
    page.focus("#username");
    for (String typed : List.of(name, name + "@example.com", "gute Reise 42 km", "gute Reise 42 km", phone)) {
      page.keyboard().type(typed);
      page.keyboard().press("Tab");
    }
    assertThat(page.locator("#smsCode")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#code-status")).containsText("验证码已发送");
    assertThat(page.locator("#captcha-state")).hasText("安全验证已完成。");
    assertThat(page.locator("#smsCode")).isFocused();
    page.keyboard().type(shop.code(phone));
    page.keyboard().press("Tab");
    tabTo(page, "#agreement");
    page.keyboard().press("Space");
    tabTo(page, "form#register .button-wide");
    page.keyboard().press("Enter");
    page.waitForURL("**/register/done");
    assertThat(page.locator("main")).containsText("注册成功");
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 6 && !(Boolean) page.locator(selector).evaluate("e => e === document.activeElement"); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.locator(selector)).isFocused();
  }

  @Test
  void byMouseThePieceIsPushedIntoItsGap() {
    CaptchaKindsST.kind("register", "slider");
    for (Page page : List.of(listened(browser.desktop()), listened(browser.phone()))) {
      page.navigate("/register");
      assertThat(page.locator(".slider-piece")).isVisible();
      push(page, answer(page));
      int left = Integer.parseInt(page.inputValue("#captcha"));
      assertThat((String) page.locator(".slider-piece").evaluate("e => e.style.left")).isEqualTo(left + "px");
      String phone = SmsShop.phone();
      page.fill("#phone", phone);
      page.click("#send-code");
      assertThat(page.locator("#code-status")).containsText("验证码已发送");
      assertThat(shop.inbox(phone)).hasSize(1);
    }
  }

  @Test
  void aPieceBesideItsGapIsRefusedAndAnotherPuzzleShown() {
    CaptchaKindsST.kind("register", "slider");
    Page page = browser.desktop();
    page.navigate("/register");
    Locator scene = page.locator("#captcha-stage img").first();
    assertThat(page.locator(".slider-piece")).isVisible();
    String before = scene.getAttribute("src");
    page.fill("#phone", SmsShop.phone());
    page.click("#send-code");
    assertThat(page.locator("#captcha-error")).containsText("验证不正确或已过期");
    assertThat(scene).not().hasAttribute("src", before);
  }

  /**
   * The handle is as wide as the piece: below the gap it says where the gap is. By keyboard here: without scripts
   * Playwright waits for ever for the end of a drag.
   */
  @Test
  void withoutScriptsTheSlidersHandleGoesBelowTheGap() {
    CaptchaKindsST.kind("register", "slider");
    Page page = browser.withoutJavaScript();
    page.navigate("/register");
    assertThat(page.locator("#captcha-stage img")).isVisible();
    assertThat(page.locator("#captcha-plain")).containsText("缺口的正下方");
    page.focus("#captcha");
    for (int pixels = Integer.parseInt(answer(page)); pixels > 0; pixels--) {
      page.keyboard().press("ArrowRight");
    }
    String phone = SmsShop.phone();
    page.fill("#phone", phone);
    // By key: a click waits for two frames alike, which a page without scripts need not draw.
    page.press("#send-code", "Enter");
    assertThat(page.locator("#code-status")).containsText("验证码已发送");
  }

  @Test
  void withoutScriptsAFormThatNeedsThemSaysSo() {
    CaptchaKindsST.kind("register", "work");
    Page page = browser.withoutJavaScript();
    page.navigate("/register");
    assertThat(page.locator("#captcha-needs-script")).containsText("需要 JavaScript");
    assertThat(page.locator("#captcha-work")).isHidden();
  }

  @Test
  void whereBothAreTakenThePictureServesWhoeverHasNoScriptsOrPrefersIt() {
    CaptchaKindsST.kind("register", "picture-or-work");
    Page plain = browser.withoutJavaScript();
    plain.navigate("/register");
    String phone = SmsShop.phone();
    plain.fill("#phone", phone);
    plain.fill("input[type=text]#captcha", answer(plain));
    plain.click("#send-code");
    assertThat(plain.locator("#code-status")).containsText("验证码已发送");

    Page page = listened(browser.desktop());
    page.navigate("/register");
    page.click("#captcha-other");
    assertThat(page.locator("#captcha-picture")).isVisible();
    page.waitForCondition(() -> (Boolean) page.locator("#captcha-picture").evaluate("e => e.naturalWidth > 0"));
    String other = SmsShop.phone();
    page.fill("#phone", other);
    page.fill("#captcha", answer(page));
    page.click("#send-code");
    assertThat(page.locator("#code-status")).containsText("验证码已发送");
  }

  /** A plain form waits for the work to be done before it leaves. */
  @Test
  void theLoginFormDoesItsWorkBeforeItIsSent() {
    CaptchaKindsST.kind("login", "work");
    loginCaptcha("true", "0");
    try {
      Page page = listened(browser.desktop());
      page.navigate("/login");
      page.fill("#login", "nobody-at-all");
      page.fill("#password", "wrong password 1");
      page.click(".button-wide");
      assertThat(page.locator("#password-error")).containsText("用户名或密码不正确");
      complaints.removeIf(text -> text.contains("422"));
    } finally {
      loginCaptcha("false", "3");
    }
  }

  private static void loginCaptcha(String on, String afterFailures) {
    shop.owner.browser().post("/admin/captcha", Map.of("captcha.login", on, "captcha.after-failures", afterFailures));
  }

  /** The answer to the captcha that this browser was given last. */
  private static String answer(Page page) {
    String token = page.context().cookies().stream().filter(cookie -> cookie.name.equals("dianpu_captcha"))
        .map((Cookie cookie) -> cookie.value).findFirst().orElseThrow();
    return shop.answer(token);
  }

  private static void push(Page page, String pixels) {
    page.locator("#captcha").scrollIntoViewIfNeeded();
    BoundingBox handle = page.locator("#captcha").boundingBox();
    double y = handle.y + handle.height / 2;
    double thumb = handle.x + 1 + 25;
    page.mouse().move(thumb, y);
    page.mouse().down();
    page.mouse().move(thumb + Integer.parseInt(pixels) / 2.0, y);
    page.mouse().move(thumb + Integer.parseInt(pixels), y);
    page.mouse().up();
  }
}
