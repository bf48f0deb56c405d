package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the container would answer by itself, to addresses of its own. */
class OutsideST {

  private static ShopUnderTest shop;

  @BeforeAll
  static void start() {
    shop = ShopUnderTest.get();
  }

  private static String get(String path, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return RawRequest.answer(shop.address(),
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "Connection: close", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/WEB-INF/web.xml", "/WEB-INF/", "/META-INF/", "/META-INF/MANIFEST.MF", "/web-inf/web.xml", "/error-page"})
  void whatIsNoPageIsNotFoundOnOurOwnPage(String path) {
    assertThat(get(path)).startsWith("HTTP/1.1 404").contains("Content-Security-Policy", "没有找到这个页面")
        .doesNotContain("GlassFish", "<hr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/metrics/base", "/openapi", "/openapi/", "/%6fpenapi", "//openapi", "/openapi;x=1",
      "/metrics;x"})
  void figuresAreForThisMachineOnly(String path) {
    assertThat(get(path, "X-Forwarded-For: 203.0.113.7")).doesNotStartWith("HTTP/1.1 200");
  }

  @Test
  void thisMachineSeesTheFiguresAndEverybodyTheHealth() {
    HttpVisitor here = new HttpVisitor(shop.address());
    assertThat(here.get("/openapi").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready", "X-Forwarded-For: 203.0.113.7")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.com", "a b", "localhost.evil.com"})
  void aStrangeHostSeesNothingButThat(String host) {
    String answer = RawRequest.answer(shop.address(), "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close", "");
    assertThat(answer).startsWith("HTTP/1.1 421").contains("Content-Security-Policy").doesNotContain("/goods/");
  }

  /** Payara ends these before any of our code: with an empty 200, which a proxy in front refuses with 400. */
  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:17080@evil.com", "localhost:x"})
  void aHostThatIsNoneSeesNothing(String host) {
    assertThat(RawRequest.answer(shop.address(), "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close", ""))
        .contains("Content-Length: 0");
  }
}
