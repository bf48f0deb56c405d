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

/**
 * Calls a shop back, as gateways do; on this machine only, and without the minutes that gateways wait between tries.
 */
final class PushClient {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /**
   * Pushes a form until it is answered as the gateway wants.
   *
   * @param tries how often at most
   * @return the number of the try that was answered so; 0 if none was
   * @throws IllegalArgumentException when the address is none of this machine
   */
  int push(String url, Map<String, String> form, String wanted, int tries) {
    URI address = URI.create(url);
    if (!"127.0.0.1".equals(address.getHost()) && !"localhost".equals(address.getHost())) {
      throw new IllegalArgumentException("url must be of this machine");
    }
    String body = form.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    for (int number = 1; number <= tries; number++) {
      if (answer(request).equals(wanted)) {
        return number;
      }
    }
    return 0;
  }

  private String answer(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException unreachable) {
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
