package dev.dianpu.bench;

import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.Homes;
import dev.dianpu.dev.Owner;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Prepares the load: raises the limits through the settings page, as an owner would, and solves captchas beforehand with
 * the key of this run, so that only sending is measured.
 */
public final class Prepare {

  private Prepare() {}

  /**
   * Arguments: the shop's address, its home folder, how many captchas, the file for them, the first phone's last eight
   * digits; and {@code limits} to raise the limits, too. A line of the file: phone, cookie, answer.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    URI shop = URI.create(args[0]);
    Path home = Path.of(args[1]);
    if (args.length > 5) {
      Owner owner = Owner.login(shop, FirstInstall.ADMIN, FirstInstall.adminPassword(home));
      owner.openLimits();
      owner.guardRecords();
    }
    solve(shop, Homes.captchaOpener(home), Integer.parseInt(args[2]), Path.of(args[3]), Integer.parseInt(args[4]));
  }

  private static void solve(URI shop, Function<String, Optional<String>> opener, int count, Path file, int firstPhone)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest picture = HttpRequest.newBuilder(shop.resolve("/captcha?form=register")).build();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      for (int i = 0; i < count; i++) {
        String cookie = client.send(picture, HttpResponse.BodyHandlers.discarding()).headers()
            .firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String answer = opener.apply(cookie.substring(cookie.indexOf('=') + 1)).orElseThrow();
        out.printf("139%08d %s %s%n", firstPhone + i, cookie, answer);
      }
    }
  }
}
