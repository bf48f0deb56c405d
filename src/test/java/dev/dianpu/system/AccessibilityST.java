package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.dianpu.dev.FirstInstall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** axe-core finds nothing serious where people register, log in and set the shop up, in either language. */
class AccessibilityST {

  private static final String AXE = "/axe.min.js";
  private static final List<String> SETTINGS = List.of("/admin/settings/shop", "/admin/settings/display",
      "/admin/settings/duanxintong", "/admin/settings/duanxintong-notices", "/admin/members", "/admin/member-fields",
      "/admin/captcha", "/admin/password");

  @RegisterExtension final Browser browser = new Browser();

  private final List<String> findings = new ArrayList<>();

  @AfterEach
  void picturesAgain() {
    CaptchaKindsST.kind("register", "picture");
  }

  @Test
  void registrationAndLoginKeepNobodyOutWhateverTheCaptcha() {
    for (String kind : List.of("picture", "slider", "work", "picture-or-work")) {
      CaptchaKindsST.kind("register", kind);
      for (String language : List.of("zh", "en")) {
        Page page = speaking(browser.desktop(), language);
        page.navigate("/register");
        look(page, kind + " " + language);
        page.click(".button-wide");
        page.waitForSelector("[aria-invalid]");
        look(page, kind + " " + language + " with errors");
      }
    }
    for (String language : List.of("zh", "en")) {
      for (Page page : List.of(speaking(browser.desktop(), language), speaking(browser.phone(), language))) {
        for (String path : List.of("/login", "/login/code", "/password", "/admin/login")) {
          page.navigate(path);
          look(page, language);
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void theSettingsPagesKeepNobodyOut() {
    for (String language : List.of("zh", "en")) {
      Page page = speaking(browser.desktop(), language);
      page.navigate("/admin/login");
      page.fill("#name", FirstInstall.ADMIN);
      page.fill("#password", ShopUnderTest.get().adminPassword());
      page.click(".button-wide");
      page.waitForURL("**/admin");
      for (String path : SETTINGS) {
        page.navigate(path);
        look(page, language);
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void theWayFromTheCartToTheOrderKeepsNobodyOut() {
    SmsShop shop = SmsShop.get();
    long sku = Shopper.sku(shop, "9.90", 50);
    Shopper buyer = new Shopper(shop).registered().puts(sku, 2).withAddress();
    String sn = buyer.orders("FLAT", "banktransfer");
    buyer.puts(sku, 1);
    for (String language : List.of("zh", "en")) {
      for (Page page : List.of(speaking(browser.desktop(), language), speaking(browser.phone(), language))) {
        page.context().addCookies(List.of(new com.microsoft.playwright.options.Cookie("dianpu_session",
            buyer.browser.cookie("dianpu_session").orElseThrow()).setUrl(shop.shop.address().toString())));
        for (String path : List.of("/cart", "/checkout", "/account/addresses", "/account/addresses/new", "/orders",
            "/orders/" + sn, "/account/balance")) {
          assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
          assertThat(page.content()).as(path).doesNotContain("??");
          look(page, language);
          Object tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
          assertThat(tooWide).as("pixels of " + path + " past the edge").isEqualTo(0);
        }
      }
    }
    assertThat(findings).isEmpty();
  }

  private static Page speaking(Page page, String language) {
    page.context().addCookies(List.of(new com.microsoft.playwright.options.Cookie("dianpu_lang", language)
        .setUrl(ShopUnderTest.get().address().toString())));
    return page;
  }

  private void look(Page page, String state) {
    assertThat(page.getAttribute("html", "lang")).startsWith(state.contains("en") ? "en" : "zh");
    page.evaluate(axe());
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> violations = (List<Map<String, Object>>) page.evaluate("""
        async () => (await axe.run(document)).violations
            .filter((found) => found.impact === 'serious' || found.impact === 'critical')
            .map((found) => ({ id: found.id, at: found.nodes.map((node) => node.html.slice(0, 160)).join('\\n') }))
        """);
    violations.forEach(found ->
        findings.add("%s (%s): %s at %s".formatted(page.url(), state, found.get("id"), found.get("at"))));
  }

  private static String axe() {
    try (InputStream in = AccessibilityST.class.getResourceAsStream(AXE)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
