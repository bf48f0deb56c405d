package dev.dianpu.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A simulated gateway calls the shop: with a form, as gateways do. */
final class SimulatorPush {

  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  private SimulatorPush() {}

  /**
   * Posts a form.
   *
   * @return what the shop answered
   * @throws IllegalArgumentException when the address is none or nobody answers there
   */
  static String form(String url, Map<String, String> fields) {
    String body = fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    HttpRequest request = HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException nobody) {
      throw new IllegalArgumentException("nobody answers at the address", nobody);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("interrupted", stopped);
    }
  }
}
