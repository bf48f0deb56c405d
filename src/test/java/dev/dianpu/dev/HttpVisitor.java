package dev.dianpu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One browser without scripts: keeps cookies, sends forms as a page of the shop would. */
public class HttpVisitor {

  private final URI shop;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;

  /** A new visitor of the shop at this address, who follows nothing by himself. */
  public HttpVisitor(URI shop) {
    this.shop = shop;
    this.client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(5)).version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Asks for a page. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(shop.resolve(path)));
  }

  /** Asks for a picture. */
  public HttpResponse<byte[]> picture(String path) {
    try {
      return client.send(HttpRequest.newBuilder(shop.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Sends a form of the shop's own page. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    return post(path, form, Map.of("Sec-Fetch-Site", "same-origin"));
  }

  /** Sends a form with these headers. */
  public HttpResponse<String> post(String path, Map<String, String> form, Map<String, String> headers) {
    String body = form.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
    HttpRequest.Builder request = HttpRequest.newBuilder(shop.resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  /** Sends JSON as a script of the shop's own page would. */
  public HttpResponse<String> json(String path, String body) {
    return send(HttpRequest.newBuilder(shop.resolve(path)).header("Content-Type", "application/json")
        .header("Sec-Fetch-Site", "same-origin").POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The value of a cookie that the shop set. */
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue).findFirst();
  }

  /** Goes on with a cookie that somebody else was given. */
  public void takeCookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(shop, cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CannotStart("%s does not answer: %s.".formatted(shop, e.getMessage()), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
