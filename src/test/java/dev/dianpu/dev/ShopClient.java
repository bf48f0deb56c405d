package dev.dianpu.dev;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A visitor without a browser: keeps cookies, follows redirects, posts forms. */
public final class ShopClient {

  private final URI shop;
  private final HttpClient client = HttpClient.newBuilder()
      .cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL)
      .connectTimeout(Duration.ofSeconds(5)).version(HttpClient.Version.HTTP_1_1).build();

  public ShopClient(URI shop) {
    this.shop = shop;
  }

  /** Opens a page; the answer after redirects, whatever its status. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(shop.resolve(path)));
  }

  /** Sends a form; the answer after redirects, whatever its status. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    String body = fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(shop.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CannotStart("%s does not answer: %s.".formatted(shop, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("The start was interrupted.", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
