package dev.dianpu.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Login by code and a forgotten password as people meet them, at a desk and on a phone, with scripts and without. */
class PhoneLoginBrowserST {

  private static final String NEW = "noch bessere Reise 43";

  @RegisterExtension final Browser browser = new Browser();

  private final List<String> complaints = new ArrayList<>();
  private SmsShop shop;
  private String phone;
  private String name;

  @BeforeEach
  void register() {
    shop = SmsShop.get();
    phone = SmsShop.phone();
    name = "blick" + phone.substring(5);
    shop.member(name, phone);
  }

  @AfterEach
  void quiet() {
    shop.forgetSends();
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

  private String captcha(Page page) {
    // The picture has to be there before its cookie is read.
    page.waitForFunction("() => document.getElementById('captcha-picture').complete");
    Map<String, String> cookies = new java.util.HashMap<>();
    for (Cookie cookie : page.context().cookies()) {
      cookies.put(cookie.name, cookie.value);
    }
    return shop.answer(cookies.get("dianpu_captcha"));
  }

  private void askForCode(Page page) {
    page.fill("#phone", phone);
    page.fill("#captcha", captcha(page));
    page.click("#send-code");
    assertThat(page.locator("#code-status")).containsText("验证码已发送");
    page.fill("#smsCode", shop.code(phone));
  }

  @Test
  void aMemberLogsInByCodeAtADeskAndOnAPhone() {
    for (Page page : List.of(listened(browser.desktop()), listened(browser.phone()))) {
      page.navigate("/login?back=/goods/1");
      page.click("nav.ways a[href='/login/code']");
      askForCode(page);
      assertThat(page.locator("#send-code")).containsText("秒后重新获取");
      page.click("form[data-purpose] .button-wide");
      page.waitForURL("**/account");
      assertThat(page.locator("main")).containsText(name);
      shop.forgetSends();
    }
  }

  @Test
  void withoutScriptsTheSameButtonsDoIt() {
    Page page = browser.withoutJavaScript();
    page.navigate("/login/code");
    page.fill("#phone", phone);
    page.fill("#captcha", shop.answer(page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("dianpu_captcha")).findFirst().orElseThrow().value));
    page.click("#send-code");
    assertThat(page.locator("#code-status")).containsText("验证码已发送");
    assertThat(page.locator("#phone")).hasValue(phone);
    page.fill("#smsCode", shop.code(phone));
    page.click("form[data-purpose] .button-wide");
    page.waitForURL("**/account");
  }

  @Test
  void whoForgotThePasswordChoosesANewOne() {
    Page page = listened(browser.phone());
    page.navigate("/login");
    page.click("a[href='/password']");
    askForCode(page);
    page.click("form[data-purpose] .button-wide");
    page.waitForURL("**/password/new");
    page.fill("#password", NEW);
    page.fill("#passwordConfirm", NEW);
    page.click(".button-wide");
    page.waitForURL("**/account?changed=password");
    assertThat(page.locator("main")).containsText("密码已修改");
    assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
  }
}
