package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.system.ShopUnderTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture as a browser meets it. */
class CaptchaST {

  private final ShopUnderTest shop = ShopUnderTest.get();
  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void everyFormGetsAPictureThatNobodyKeepsAndASealedAnswer() throws Exception {
    for (CaptchaForm form : EnumSet.complementOf(EnumSet.of(CaptchaForm.SECOND))) {
      HttpResponse<byte[]> answer = get("/captcha?form=" + form.code());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth()).isEqualTo(132);
      String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).startsWith("dianpu_captcha=").contains("Path=/", "HttpOnly", "SameSite=Strict", "Max-Age=180");
    }
  }

  @Test
  void showingPicturesStoresNothing() throws Exception {
    Sql sql = new Sql(shop.database().dataSource());
    String count = "select (select count(*) from captcha_nonce) + (select count(*) from session)";
    long before = sql.number(count).orElseThrow();
    for (int i = 0; i < 20; i++) {
      get("/captcha?form=register");
    }
    assertThat(sql.number(count)).contains(before);
  }

  @Test
  void thereIsNoCaptchaForAnUnknownFormOrOfAKindThatItDoesNotTake() throws Exception {
    assertThat(get("/captcha?form=checkout").statusCode()).isEqualTo(404);
    assertThat(get("/captcha").statusCode()).isEqualTo(404);
    assertThat(get("/captcha?form=register&kind=slider").statusCode()).isEqualTo(404);
    assertThat(get("/captcha?form=register&kind=none").statusCode()).isEqualTo(404);
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(shop.page(path)).build(), BodyHandlers.ofByteArray());
  }
}
