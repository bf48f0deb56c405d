package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** If this fails, the shop did not start, or Chromium cannot show it; other system tests then say nothing more. */
class FirstPageST {

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void theHealthCheckIsGreen() throws Exception {
    HttpResponse<String> answer = get("/health/ready");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"UP\"");
  }

  @Test
  void anAddressThatDoesNotExistIsAPageOfTheShopNotOfTheContainer() throws Exception {
    HttpResponse<String> answer = get("/no-such-page");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("lang=\"zh").doesNotContain("Payara");
  }

  @Test
  void chromiumShowsTheHomePageAtBothWidths() {
    for (Page page : new Page[] {browser.desktop(), browser.phone()}) {
      Response answer = page.navigate("/");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(page.title()).isNotBlank();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).isLessThanOrEqualTo(0);
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(ShopUnderTest.get().page(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
