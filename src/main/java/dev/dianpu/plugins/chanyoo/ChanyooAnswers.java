package dev.dianpu.plugins.chanyoo;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.Redaction;

/**
 * Reads an outcome from what came back. REJECTED is said only where the SMS was surely not sent: a request that never
 * left, a status 3xx or 4xx, or a {@code result} that is an error. Everything else that is no clear success is UNKNOWN:
 * no whole answer, status 5xx (the gateway may have passed the request on before it failed), a success that cannot be
 * read, and a request that the gateway saw twice.
 */
final class ChanyooAnswers {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_ID = 128;

  SendOutcome outcome(GatewayReply reply, Redaction redaction) {
    return GatewayOutcomes.withoutAnswer(reply).orElseGet(() -> read((Answer) reply, redaction));
  }

  private SendOutcome read(Answer answer, Redaction redaction) {
    ChanyooBody body = ChanyooBody.read(answer.body());
    Said said = new Said(answer, body, redaction);
    if (answer.successful()) {
      return fromService(body, said);
    }
    return GatewayOutcomes.byAliyun(answer, said::explained).orElseGet(() -> byStatus(answer, body, said));
  }

  /** A status 2xx: only {@code result} tells. */
  private static SendOutcome fromService(ChanyooBody body, Said said) {
    if (body.result().isEmpty()) {
      return GatewayOutcomes.unreadable(said::explained);
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
    if (status >= 400 && status < 500 && body.result().isPresent() && body.result().getAsLong() < 0) {
      return refusedByService(body.result().getAsLong(), said);
    }
    if (answer.header("X-Ca-Error-Message").isEmpty()) {
      // Known of this product: 400 is a template that is not filed, 403 a used-up package.
      if (status == 400) {
        return new Rejected(Cause.TEMPLATE, said.as("status-template"));
      }
      if (status == 403) {
        return new Rejected(Cause.QUOTA, said.as("status-quota"));
      }
    }
    return GatewayOutcomes.byStatus(answer, said::explained).orElseThrow();
  }

  static String explanation(String label) {
    return label.isEmpty() ? "" : "chanyoo.error." + label;
  }

  /** The gateway's words, fit to be stored: its own code if there is one, else the service's, else the status. */
  private record Said(Answer answer, ChanyooBody body, Redaction redaction) {

    GatewayAnswer as(String label) {
      return explained(explanation(label));
    }

    GatewayAnswer explained(String explanation) {
      String message = answer.header("X-Ca-Error-Message");
      return new GatewayAnswer(
          redaction.id(code(), LONGEST_CODE),
          redaction.text(message.isEmpty() ? body.message() : message),
          redaction.id(answer.header("X-Ca-Request-Id"), LONGEST_ID),
          explanation);
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
