package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looking around in the shop: its shelves, its goods, the search. */
class CatalogST {

  /** One more than fits on a page. */
  private static final int GOODS = 13;

  private static long category;

  @RegisterExtension final Browser browser = new Browser();

  @BeforeAll
  static void fillAShelf() throws Exception {
    try (Connection connection = ShopUnderTest.get().database().connect()) {
      run(connection, "insert ignore into category (code, name, brief) values ('st-lamps', '灯笼铺', '照亮回家的路')");
      for (int i = 1; i <= GOODS; i++) {
        run(connection, """
            insert ignore into goods (category_id, sn, name, brief, description, price, market_price, stock, listed_at)
            select id, ?, ?, '手工', '第一段。\n\n第二段 <script>alert(1)</script>', ?, 199.00, 7, '2026-11-01'
            from category where code = 'st-lamps'""", "ST-%02d".formatted(i), "纸灯笼 <b>%d</b> 号".formatted(i), 100 - i);
      }
      run(connection, "insert into change_version (topic, version) values ('catalog', 1)"
          + " on duplicate key update version = version + 1");
      try (var found = connection.createStatement().executeQuery("select id from category where code = 'st-lamps'")) {
        found.next();
        category = found.getLong(1);
      }
    }
    awaitOnTheShelf();
  }

  private static void run(Connection connection, String sql, Object... values) throws Exception {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** What a script changes is on the pages within two seconds; a busy machine is given more. */
  private static void awaitOnTheShelf() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (get("/category/" + category).statusCode() != 200 || !get("/search?q=ST-13").body().contains("/goods/")) {
      assertThat(System.nanoTime()).as("the shelf is shown in time").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(ShopUnderTest.get().page(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Locator cards(Page page) {
    return page.locator(".card");
  }

  @Test
  void theHomePageLeadsToAShelfAndToItsGoods() {
    Page page = browser.withoutJavaScript();
    page.navigate("/");
    page.locator(".shelf").getByText("灯笼铺").click();
    assertThat(page.url()).endsWith("/category/" + category);
    cards(page).first().getByRole(AriaRole.LINK).click();

    assertThat(page.locator("h1").textContent()).startsWith("纸灯笼");
    assertThat(page.locator(".facts").textContent()).contains("仅剩 7 件", "ST-");
  }

  @Test
  void everyGoodsOfAShelfIsOnOneOfItsPagesInTheOrderAskedFor() {
    Page page = browser.withoutJavaScript();
    page.navigate("/category/" + category);
    page.getByText("价格从低到高").click();
    List<String> prices = new ArrayList<>(cards(page).locator(".price").allTextContents());
    assertThat(prices).hasSize(GOODS - 1);
    page.getByText("下一页").click();
    prices.addAll(cards(page).locator(".price").allTextContents());

    assertThat(prices).hasSize(GOODS).first().isEqualTo("¥87.00");
    assertThat(prices).isSorted().last().isEqualTo("¥99.00");
  }

  @Test
  void whatAnOwnerTypesIsShownNotRun() {
    Page page = browser.desktop();
    List<String> dialogs = new ArrayList<>();
    page.onDialog(dialog -> {
      dialogs.add(dialog.message());
      dialog.dismiss();
    });
    page.navigate("/category/" + category);
    cards(page).first().getByRole(AriaRole.LINK).click();

    assertThat(page.locator("h1").textContent()).contains("<b>");
    assertThat(page.locator(".story p").last().textContent()).isEqualTo("第二段 <script>alert(1)</script>");
    assertThat(dialogs).isEmpty();
  }

  @Test
  void theSearchFindsGoodsByPartOfTheirName() {
    Page page = browser.withoutJavaScript();
    page.navigate("/");
    page.locator("#q").fill("纸灯 5");
    page.locator("#q").press("Enter");

    assertThat(cards(page).locator("h3").allTextContents()).anyMatch(name -> name.contains("<b>5</b>"));
    assertThat(page.locator("#q").inputValue()).isEqualTo("纸灯 5");
  }

  @Test
  void aSearchWithoutResultSaysSoAndShowsAWayOn() {
    Page page = browser.withoutJavaScript();
    page.navigate("/search?q=%3Ci%3E%E9%A3%9E%E8%88%B9");

    assertThat(page.locator("h1").textContent()).contains("<i>飞船");
    assertThat(page.locator(".chips a").count()).isPositive();
  }

  @Test
  void whoChangesTheLanguageStaysOnThePage() {
    Page page = browser.withoutJavaScript();
    page.navigate("/search?q=%E7%BA%B8%E7%81%AF&sort=newest");
    page.getByText("English").click();

    assertThat(page.url()).endsWith("/search?q=%E7%BA%B8%E7%81%AF&sort=newest");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(page.locator(".tools").textContent()).contains("items", "Newest");
  }

  @Test
  void anAddressWithoutGoodsIsA404OfTheShop() throws Exception {
    for (String path : List.of("/goods/999999999", "/goods/x", "/category/999999999", "/category/" + category + "?page=3",
        "/category/" + category + "?page=0", "/category/" + category + "?page=x", "/search?q=%E7%81%AF&page=99")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).contains("没有找到这个页面");
    }
  }

  /** The content policy forbids what is not ours: an error in the console is a part of the page that is missing. */
  @Test
  void noPageIsWiderThanAPhoneOrBreaksTheContentPolicy() {
    Page page = browser.phone();
    List<String> problems = new ArrayList<>();
    page.onConsoleMessage(message -> problems.add(message.type() + ": " + message.text()));
    for (String path : List.of("/", "/category/" + category, "/search?q=%E7%81%AF", "/search")) {
      page.navigate(path);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(390);
    }
    assertThat(problems).isEmpty();
  }
}
