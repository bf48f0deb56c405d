package dev.dianpu.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.dianpu.dev.FirstInstall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The admin in a browser, on a desk and on a phone. */
class AdminLooksST {

  private static final List<String> PAGES = List.of("/admin", "/admin/settings/shop", "/admin/settings/display",
      "/admin/settings/duanxintong", "/admin/captcha", "/admin/plugins", "/admin/sms/test", "/admin/sms/messages",
      "/admin/notifications", "/admin/sms/bulk", "/admin/orders", "/admin/settings/shipping",
      "/admin/verifications", "/admin/log", "/admin/password", "/admin/security", "/admin/security/app",
      "/admin/security/phone", "/admin/security/email", "/admin/confirm", "/admin/settings/security",
      "/admin/goods", "/admin/goods/0", "/admin/goods?q=none&state=LOW", "/admin/goods?state=RECYCLED", "/admin/stock",
      "/admin/categories", "/admin/categories/0", "/admin/brands", "/admin/brands/0", "/admin/goods-types",
      "/admin/goods-types/0", "/admin/ranks", "/admin/ranks/0");

  @RegisterExtension final Browser browser = new Browser();

  private static Page loggedIn(Page page) {
    page.navigate("/admin/login");
    page.fill("#name", FirstInstall.ADMIN);
    page.fill("#password", ShopUnderTest.get().adminPassword());
    page.click(".button-wide");
    assertThat(page.locator("h1")).hasText("起始页");
    return page;
  }

  @Test
  void everyPageFitsADeskAndAPhoneAndMeetsTheContentPolicy() {
    for (Page page : List.of(loggedIn(browser.desktop()), loggedIn(browser.phone()))) {
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          complaints.add(page.url() + ": " + message.text());
        }
      });
      for (String path : PAGES) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        assertThat(page.content()).as(path).doesNotContain("??");
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(tooWide).as("pixels of " + path + " past the edge").isEqualTo(0);
      }
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void onAPhoneTheMenuUnfoldsWithoutScripts() {
    Page page = browser.open(390, 844, false);
    loggedIn(page);
    assertThat(page.locator(".fold-panel .menu")).isHidden();
    page.click(".fold summary");
    page.click(".fold-panel .menu a[href='/admin/log']");
    assertThat(page.locator("h1")).hasText("管理员日志");
  }

  @Test
  void thePreviewOfAnSmsFollowsWhatIsTyped() {
    Page page = loggedIn(browser.desktop());
    page.navigate("/admin/settings/duanxintong");
    page.fill("#duanxintong-register-text", "码 {$verify_code}");
    assertThat(page.locator(".sms-bubble").first()).containsText("码 314159");
    assertThat(page.locator("#unsaved")).isVisible();
    page.fill("#duanxintong-register-text", "长".repeat(100));
    assertThat(page.locator(".sms-parts").first()).hasText("2");
  }
}
