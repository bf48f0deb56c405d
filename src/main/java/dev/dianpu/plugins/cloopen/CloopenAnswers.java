package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayWords;
import dev.dianpu.spi.gateway.Redaction;
import java.util.Optional;

/**
 * Reads an outcome from what came back. Only {@code statusCode} 000000 is a success; by document 002 (§4.3) any other
 * means that nothing was sent. UNKNOWN are: no whole answer, status 5xx whatever stands in it (something between may
 * have failed after the gateway had sent), a body without a code, a request that the gateway had seen before, and an
 * answer that contradicts itself.
 */
final class CloopenAnswers {

  private static final String SUCCESS = "000000";

  private CloopenAnswers() {}

  /**
   * What came of something else than sending.
   *
   * @param success what the gateway told; empty if it did not do what it was asked
   * @param answer its words; explained only without success
   */
  record Told(Optional<CloopenTree> success, GatewayAnswer answer) {}

  static Told told(GatewayReply reply, Redaction redaction) {
    SendOutcome outcome = outcome(reply, redaction);
    return outcome instanceof Accepted
        ? new Told(Body.of((Answer) reply).tree(), outcome.answer())
        : new Told(Optional.empty(), outcome.answer());
  }

  static SendOutcome outcome(GatewayReply reply, Redaction redaction) {
    return GatewayOutcomes.withoutAnswer(reply).orElseGet(() -> read((Answer) reply, redaction));
  }

  private static SendOutcome read(Answer answer, Redaction redaction) {
    Body body = Body.of(answer);
    GatewayWords said = body.words(answer, redaction);
    if (body.succeeds() && !answer.successful() || body.refuses() && !body.messageId().isEmpty()) {
      return new Unknown(said.explained(explanation("answer-contradictory")));
    }
    if (answer.status() >= 400 && answer.status() < 500 && body.refuses()) {
      return refused(body.code(), said);
    }
    return GatewayOutcomes.byStatus(answer, said::explained).orElseGet(() -> success(body, said));
  }

  /** A status 2xx: only {@code statusCode} tells. */
  private static SendOutcome success(Body body, GatewayWords said) {
    if (body.succeeds()) {
      return new Accepted(said.id(body.messageId()), Optional.empty(), said.explained(""));
    }
    return body.refuses() ? refused(body.code(), said) : GatewayOutcomes.unreadable(said::explained);
  }

  private static SendOutcome refused(String code, GatewayWords said) {
    Optional<CloopenStatus> status = CloopenStatus.of(code);
    GatewayAnswer words = said.explained(explanation(status.map(CloopenStatus::label).orElse("other")));
    Optional<Cause> cause = status.map(CloopenStatus::cause).orElse(Optional.of(Cause.UNAVAILABLE));
    return cause.<SendOutcome>map(known -> new Rejected(known, words)).orElseGet(() -> new Unknown(words));
  }

  /** The key of this channel's texts of a label. */
  static String explanation(String label) {
    return CloopenPlugin.ID + ".error." + label;
  }

  /** Nothing was asked, for a reason of this channel's own. */
  static GatewayAnswer notAsked(String label) {
    return new GatewayAnswer("", "", "", explanation(label));
  }

  /** The body, in either format. */
  private record Body(Optional<CloopenTree> tree, String code) {

    static Body of(Answer answer) {
      Optional<CloopenTree> tree = CloopenTree.read(answer.body()).map(whole -> whole.first("Response").orElse(whole));
      return new Body(tree, tree.map(response -> response.text("statusCode")).orElse(""));
    }

    boolean succeeds() {
      return code.equals(SUCCESS);
    }

    boolean refuses() {
      return code.matches("[0-9]{6}") && !succeeds();
    }

    String messageId() {
      return tree.flatMap(response -> response.first("TemplateSMS")).map(sms -> sms.text("smsMessageSid")).orElse("");
    }

    /** Its own code if there is one, else the status. The gateway numbers no requests. */
    GatewayWords words(Answer answer, Redaction redaction) {
      String text = tree.map(response -> response.text("statusMsg")).orElse("");
      return new GatewayWords(code.isEmpty() ? Integer.toString(answer.status()) : code, text, "", redaction);
    }
  }
}
