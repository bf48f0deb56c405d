package dev.dianpu.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.dianpu.dev.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium on the shop; register it with {@code @RegisterExtension}. Every page that a test opens is closed after it,
 * and kept as a picture in {@code target/screenshots} if the test failed.
 */
public final class Browser implements AfterEachCallback {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync");

  private final List<Page> pages = new ArrayList<>();

  /** A new visitor at a desk. */
  public Page desktop() {
    return open(1280, 900, true);
  }

  /** A new visitor with a phone of 390 pixels. */
  public Page phone() {
    return open(390, 844, true);
  }

  /** A new visitor whose browser runs no scripts. */
  public Page withoutJavaScript() {
    return open(1280, 900, false);
  }

  /** A page of this width; relative addresses are the shop's. */
  public Page open(int width, int height, boolean javaScript) {
    com.microsoft.playwright.Browser.NewContextOptions options = new com.microsoft.playwright.Browser.NewContextOptions()
        .setBaseURL(ShopUnderTest.get().address().toString())
        .setLocale("zh-CN").setTimezoneId("Asia/Shanghai")
        .setViewportSize(width, height).setJavaScriptEnabled(javaScript);
    BrowserContext visitor = Chromium.running().newContext(options);
    visitor.setDefaultTimeout(15_000);
    Page page = visitor.newPage();
    pages.add(page);
    return page;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    for (int i = 0; i < pages.size(); i++) {
      if (context.getExecutionException().isPresent()) {
        String name = "%s-%s-%d.png".formatted(
            context.getRequiredTestClass().getSimpleName(), context.getRequiredTestMethod().getName(), i + 1);
        pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name)));
      }
      pages.get(i).context().close();
    }
    pages.clear();
  }

  /** One browser for all tests of the JVM; it ends with it. */
  private static final class Chromium {

    private static com.microsoft.playwright.Browser browser;

    static synchronized com.microsoft.playwright.Browser running() {
      if (!Files.exists(CHROMIUM)) {
        throw TestDatabase.missing(new CannotStart(CHROMIUM + " is missing: apt-get install chromium fonts-noto-cjk."));
      }
      if (browser == null) {
        Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
            new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
      }
      return browser;
    }
  }
}
