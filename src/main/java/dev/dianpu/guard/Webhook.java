package dev.dianpu.guard;

import dev.dianpu.platform.redis.Stores;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls the owner's own address with what was decided, as JSON, signed so that nobody else can: the header
 * {@code Dianpu-Signature: t=<seconds since 1970>,v1=<hex>} is HMAC-SHA256 of the time, a dot and the body. No phone is
 * in it. One try, of which nobody waits for the end.
 */
@ApplicationScoped
class Webhook {

  private static final Logger LOG = Logger.getLogger(Webhook.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int GOOD = 300;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
      .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();

  @Inject Settings settings;
  @Inject Clock clock;

  void tell(List<Decision> decided) {
    post(body(decided));
  }

  /** That Redis is lost, or its data, and where is counted meanwhile. */
  void tellOfRedis(String what, Stores.Place meanwhile) {
    post(Json.createObjectBuilder().add("event", "redis.lost").add("what", what).add("counted", meanwhile.name())
        .build().toString());
  }

  private void post(String body) {
    String address = settings.text(GuardGroup.WEBHOOK);
    String secret = settings.secret(GuardGroup.SECRET);
    if (address.isEmpty() || secret.isEmpty()) {
      return;
    }
    long time = clock.instant().getEpochSecond();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Dianpu-Signature", "t=" + time + ",v1=" + sign(secret, time, body))
        .POST(BodyPublishers.ofString(body)).build();
    client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
      if (failure != null || answer.statusCode() >= GOOD) {
        LOG.log(Level.WARNING, "The guard could not tell {0}: {1}", new Object[] {request.uri().getHost(),
            failure == null ? answer.statusCode() : failure.getClass().getName()});
      }
    });
  }

  private static String body(List<Decision> decided) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Decision decision : decided) {
      Measure measure = decision.measure();
      list.add(Json.createObjectBuilder().add("id", decision.id()).add("at", decision.at().toString())
          .add("kind", measure.subject().kind().name()).add("subject", measure.subject().shown())
          .add("window", measure.window().name()).add("sent", measure.sent()).add("verified", measure.verified())
          .add("normal", measure.normal()).add("expected", decision.expected()).add("step", decision.step().name())
          .add("mode", decision.mode().name()).add("endsAt", decision.endsAt().toString()));
    }
    return Json.createObjectBuilder().add("event", "guard.decided").add("decisions", list).build().toString();
  }

  static String sign(String secret, long time, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
