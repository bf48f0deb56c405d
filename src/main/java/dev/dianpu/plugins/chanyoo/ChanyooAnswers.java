package dev.dianpu.plugins.chanyoo;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.gateway.AliyunError;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayReply.Lost;
import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import dev.dianpu.spi.gateway.Redaction;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an outcome from what came back. REJECTED is said only where the SMS was surely not sent: a request that never
 * left, a status 3xx or 4xx, or a {@code result} that is an error. Everything else that is no clear success is UNKNOWN:
 * no whole answer, status 5xx (the gateway may have passed the request on before it failed), a success that cannot be
 * read, and a request that the gateway saw twice.
 */
final class ChanyooAnswers {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_ID = 128;
  /** By their definition nothing was done yet. 303 is not among them: it may follow a request that was carried out. */
  private static final Set<Integer> MOVED = Set.of(301, 302, 307, 308);
  /** The server gave up waiting; who cannot say for what has proved nothing. */
  private static final int REQUEST_TIMEOUT = 408;

  private final JsonReaderFactory json = Json.createReaderFactory(Map.of());

  SendOutcome outcome(GatewayReply reply, Redaction redaction) {
    if (reply instanceof NotSent notSent) {
      return new Rejected(Cause.UNAVAILABLE, silent("not-sent-" + label(notSent.reason())));
    }
    if (reply instanceof Lost lost) {
      return new Unknown(silent("answer-" + label(lost.reason())));
    }
    return read((Answer) reply, redaction);
  }

  private SendOutcome read(Answer answer, Redaction redaction) {
    ChanyooBody body = ChanyooBody.read(json, answer.body());
    Said said = new Said(answer, body, redaction);
    if (answer.successful()) {
      return fromService(body, said);
    }
    Optional<AliyunError> error = AliyunError.of(answer);
    if (error.isPresent()) {
      return error.get().cause()
          .<SendOutcome>map(cause -> new Rejected(cause, said.as(error.get().label())))
          .orElseGet(() -> new Unknown(said.as(error.get().label())));
    }
    return byStatus(answer, body, said);
  }

  /** A status 2xx: only {@code result} tells. */
  private static SendOutcome fromService(ChanyooBody body, Said said) {
    if (body.result().isEmpty()) {
      return new Unknown(said.as("answer-unreadable"));
    }
    long result = body.result().getAsLong();
    if (result == 0) {
      return new Accepted(said.redaction().id(body.id(), LONGEST_ID), body.fee(), said.as(""));
    }
    // On the direct interface a positive number is a success: with an id, or with "OK", it may be one here too.
    if (result > 0 && (!body.id().isEmpty() || body.message().equalsIgnoreCase("OK"))) {
      return new Unknown(said.as("answer-contradictory"));
    }
    return refusedByService(result, said);
  }

  private static SendOutcome refusedByService(long result, Said said) {
    return ChanyooError.of(result)
        .map(error -> new Rejected(error.cause(), said.as("result-" + error.label())))
        .orElseGet(() -> new Rejected(Cause.UNAVAILABLE, said.as("result-other")));
  }

  /** Another status, and the gateway itself said nothing that is known. */
  private static SendOutcome byStatus(Answer answer, ChanyooBody body, Said said) {
    int status = answer.status();
    if (MOVED.contains(status)) {
      return new Rejected(Cause.UNAVAILABLE, said.as("status-moved"));
    }
    if (status < 400 || status >= 500 || status == REQUEST_TIMEOUT) {
      return new Unknown(said.as(status >= 500 ? "status-server-error" : "status-unexpected"));
    }
    if (body.result().isPresent() && body.result().getAsLong() < 0) {
      return refusedByService(body.result().getAsLong(), said);
    }
    boolean unexplained = answer.header("X-Ca-Error-Message").isEmpty();
    return switch (status) {
      // Known of this product: 400 is a template that is not filed, 403 a used-up package.
      case 400 -> unexplained
          ? new Rejected(Cause.TEMPLATE, said.as("status-template"))
          : new Rejected(Cause.UNAVAILABLE, said.as("status-refused"));
      case 403 -> unexplained
          ? new Rejected(Cause.QUOTA, said.as("status-quota"))
          : new Rejected(Cause.UNAVAILABLE, said.as("status-refused"));
      case 401 -> new Rejected(Cause.CREDENTIALS, said.as("status-credentials"));
      case 404 -> new Rejected(Cause.UNAVAILABLE, said.as("status-not-found"));
      case 429 -> new Rejected(Cause.THROTTLED, said.as("throttled"));
      default -> new Rejected(Cause.UNAVAILABLE, said.as("status-refused"));
    };
  }

  static String explanation(String label) {
    return label.isEmpty() ? "" : "chanyoo.error." + label;
  }

  private static GatewayAnswer silent(String label) {
    return new GatewayAnswer("", "", "", explanation(label));
  }

  private static String label(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The gateway's words, fit to be stored: its own code if there is one, else the service's, else the status. */
  private record Said(Answer answer, ChanyooBody body, Redaction redaction) {

    GatewayAnswer as(String label) {
      String message = answer.header("X-Ca-Error-Message");
      return new GatewayAnswer(
          redaction.id(code(), LONGEST_CODE),
          redaction.text(message.isEmpty() ? body.message() : message),
          redaction.id(answer.header("X-Ca-Request-Id"), LONGEST_ID),
          explanation(label));
    }

    private String code() {
      String code = answer.header("X-Ca-Error-Code");
      if (!code.isEmpty()) {
        return code;
      }
      return body.result().isPresent() ? Long.toString(body.result().getAsLong()) : Integer.toString(answer.status());
    }
  }
}
