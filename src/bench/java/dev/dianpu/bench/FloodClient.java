package dev.dianpu.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Many browsers behind one address of this machine, that solve every captcha. */
final class FloodClient implements AutoCloseable {

  /** As browsers send it: the library's own names ISO-8859-1. */
  private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

  private final URI shop;
  private final Function<String, Optional<String>> solver;
  private final CloseableHttpClient client;

  /**
   * Clients.
   *
   * @param from an address of this machine: 127.0.0.1 is the trusted proxy, any other of 127.0.0.0/8 is nobody
   */
  FloodClient(URI shop, String from, Function<String, Optional<String>> solver) throws UnknownHostException {
    this.shop = shop;
    this.solver = solver;
    InetAddress local = InetAddress.getByName(from);
    client = HttpClients.custom().disableCookieManagement().disableAutomaticRetries().disableRedirectHandling()
        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(64)
            .setMaxConnPerRoute(64).build())
        .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE) {
          @Override
          protected InetAddress determineLocalAddress(HttpHost target, HttpContext context) {
            return local;
          }
        }).build();
  }

  /** An answer: its status and the cookies that it sets. */
  record Answer(int status, String cookies) {}

  /**
   * Solves a captcha, and a slider as well if the guard wants one, and asks for a code.
   *
   * @param forwarded what X-Forwarded-For says; empty for none
   */
  Answer ask(String phone, String forwarded) throws IOException {
    Answer first = ask(phone, "register", forwarded, "");
    return first.cookies().contains("dianpu_captcha_first")
        ? ask(phone, "second", forwarded, first.cookies()) : first;
  }

  private Answer ask(String phone, String form, String forwarded, String cookies) throws IOException {
    String captcha = send(new HttpGet(shop.resolve("/captcha?form=" + form)), forwarded, "").cookies();
    String token = captcha.substring(captcha.indexOf('=') + 1);
    HttpPost post = new HttpPost(shop.resolve("/api/v1/verifications"));
    post.setEntity(new StringEntity("{\"phone\":\"%s\",\"purpose\":\"REGISTER\",\"captcha\":\"%s\"}".formatted(
        phone, solver.apply(token).orElseThrow()), ContentType.APPLICATION_JSON));
    return send(post, forwarded, cookies.isEmpty() ? captcha : captcha + "; " + cookies);
  }

  /** Sends the register form; 303 when the person is a member now. */
  int register(Map<String, String> form, String forwarded, String cookies) throws IOException {
    HttpPost post = new HttpPost(shop.resolve("/register"));
    post.setEntity(new StringEntity(form.entrySet().stream().map(field -> field.getKey() + "="
        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&")),
        FORM));
    return send(post, forwarded, cookies).status();
  }

  /** Looks at a page. */
  int look(String path) throws IOException {
    return send(new HttpGet(shop.resolve(path)), "", "").status();
  }

  private Answer send(HttpUriRequestBase request, String forwarded, String cookies) throws IOException {
    request.setHeader("Sec-Fetch-Site", "same-origin");
    if (!forwarded.isEmpty()) {
      request.setHeader("X-Forwarded-For", forwarded);
    }
    if (!cookies.isEmpty()) {
      request.setHeader("Cookie", cookies);
    }
    return client.execute(request, answer -> {
      EntityUtils.consume(answer.getEntity());
      String set = Arrays.stream(answer.getHeaders("Set-Cookie"))
          .map(header -> header.getValue().replaceFirst(";.*", "")).filter(cookie -> !cookie.endsWith("="))
          .collect(Collectors.joining("; "));
      return new Answer(answer.getCode(), set);
    });
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
