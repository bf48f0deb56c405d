package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayWords;
import dev.dianpu.spi.gateway.Redaction;
import java.util.Optional;

/**
 * Reads an outcome from what came back. ACCEPTED is code 2 in a status 2xx; REJECTED every other code there or in a
 * status 4xx, unless an id of an SMS stands beside it, and a plain 3xx or 4xx. Everything else is UNKNOWN.
 */
final class IhuyiAnswers {

  private IhuyiAnswers() {}

  /** What came of a request; of one that sends no SMS ACCEPTED means that it was carried out. */
  static SendOutcome outcome(GatewayReply reply, Redaction redaction) {
    return GatewayOutcomes.withoutAnswer(reply).orElseGet(() -> {
      Answer answer = (Answer) reply;
      IhuyiBody body = IhuyiBody.read(answer.body());
      GatewayWords words = words(answer, body, redaction);
      if (body.readable() && (answer.successful() || answer.status() >= 400 && answer.status() < 500)) {
        return said(answer, body, words);
      }
      return GatewayOutcomes.byStatus(answer, words::explained)
          .orElseGet(() -> GatewayOutcomes.unreadable(words::explained));
    });
  }

  private static SendOutcome said(Answer answer, IhuyiBody body, GatewayWords words) {
    boolean success = body.success() && answer.successful() && !body.saysNoSms();
    if (success) {
      return new Accepted(words.id(body.smsId()), Optional.empty(), words.explained(""));
    }
    if (body.success() || body.namesSms()) {
      return new Unknown(words.explained(explanation("answer-contradictory")));
    }
    return body.error()
        .map(error -> new Rejected(error.cause(), words.explained(explanation(error.label()))))
        .orElseGet(() -> new Rejected(Cause.UNAVAILABLE, words.explained(explanation("code-unknown"))));
  }

  /** The gateway's own code if there is one, else the status. It names no id of a request. */
  private static GatewayWords words(Answer answer, IhuyiBody body, Redaction redaction) {
    String code = body.readable() ? body.code() : Integer.toString(answer.status());
    return new GatewayWords(code, body.message(), "", redaction);
  }

  static String explanation(String label) {
    return IhuyiPlugin.ID + ".error." + label;
  }
}
