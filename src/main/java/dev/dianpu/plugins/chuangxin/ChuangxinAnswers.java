package dev.dianpu.plugins.chuangxin;

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
import java.util.Optional;

/**
 * Reads an outcome from what came back. ACCEPTED is {@code Success} in a status 2xx and nothing that speaks against it;
 * REJECTED what the Aliyun gateway refused, a failure of the service in a status 2xx or 4xx, and a plain 3xx or 4xx.
 * Everything else is UNKNOWN.
 */
final class ChuangxinAnswers {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_ID = 128;

  SendOutcome outcome(GatewayReply reply, Redaction redaction) {
    return GatewayOutcomes.withoutAnswer(reply).orElseGet(() -> {
      Answer answer = (Answer) reply;
      return read(new Said(answer, ChuangxinBody.read(answer.body()), redaction));
    });
  }

  private static SendOutcome read(Said said) {
    Answer answer = said.answer();
    if (answer.successful()) {
      return fromService(said).orElseGet(() -> GatewayOutcomes.unreadable(said::explained));
    }
    return GatewayOutcomes.byAliyun(answer, said::explained)
        .or(() -> answer.status() >= 400 && answer.status() < 500 ? fromService(said) : Optional.empty())
        .orElseGet(() -> GatewayOutcomes.byStatus(answer, said::explained).orElseThrow());
  }

  /** What the service says; empty when it says nothing that can be read. */
  private static Optional<SendOutcome> fromService(Said said) {
    ChuangxinBody body = said.body();
    if (body.success()) {
      boolean clear = said.answer().successful() && !body.tookNone() && ChuangxinError.ofCode(body.code()).isEmpty();
      return Optional.of(clear ? accepted(said) : new Unknown(said.as("answer-contradictory")));
    }
    if (!body.failure() && body.error().isEmpty()) {
      return Optional.empty();
    }
    if (body.tookSome()) {
      return Optional.of(new Unknown(said.as("answer-contradictory")));
    }
    return Optional.of(body.error()
        .map(error -> new Rejected(error.cause(), said.as(error.label())))
        .orElseGet(() -> new Rejected(Cause.UNAVAILABLE, said.as("code-unknown"))));
  }

  /** {@code SuccessCounts} counts phones, not parts: it is no cost. */
  private static SendOutcome accepted(Said said) {
    return new Accepted(said.redaction().id(said.body().taskId(), LONGEST_ID), Optional.empty(),
        said.body().remaining(), said.explained(""));
  }

  static String explanation(String label) {
    return ChuangxinPlugin.ID + ".error." + label;
  }

  /** The gateway's words, fit to be stored: its own code if there is one, else the service's, else the status. */
  private record Said(Answer answer, ChuangxinBody body, Redaction redaction) {

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
      return body.error().map(ChuangxinError::code).or(() -> Optional.of(body.code()).filter(own -> !own.isEmpty()))
          .or(() -> Optional.of(body.status()).filter(own -> !own.isEmpty()))
          .orElseGet(() -> Integer.toString(answer.status()));
    }
  }
}
