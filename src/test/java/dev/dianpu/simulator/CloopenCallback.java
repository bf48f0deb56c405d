package dev.dianpu.simulator;

import dev.dianpu.simulator.CloopenAccount.Report;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The simulated cloopen calls the shop: one request for each receipt or reply. */
final class CloopenCallback {

  private CloopenCallback() {}

  /** Pushes to {@code url} what waits there of {@code type}; what the shop does not take waits on. */
  static void push(CloopenAccount account, URI url, String type, boolean xml) {
    List<Report> next = account.take(type, 1);
    while (!next.isEmpty()) {
      if (!taken(url, xml, new CloopenWire(xml).push(next.get(0)))) {
        account.report(next.get(0));
        return;
      }
      next = account.take(type, 1);
    }
  }

  private static boolean taken(URI url, boolean xml, String body) {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10))
        .header("Content-Type", (xml ? "application/xml" : "application/json") + ";charset=utf-8")
        .POST(BodyPublishers.ofString(body)).build();
    try {
      HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
      return answer.statusCode() / 100 == 2;
    } catch (IOException unreachable) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
