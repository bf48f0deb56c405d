package dev.dianpu.plugins.office2;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import dev.dianpu.spi.SmsConnectionTest.Connection;
import dev.dianpu.spi.gateway.GatewayAmount;
import dev.dianpu.spi.gateway.GatewayCodes;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayWords;
import dev.dianpu.spi.gateway.GatewayXml;
import dev.dianpu.spi.gateway.Redaction;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code 0,<id>} or {@code <code>,<text>}, inside {@code <string>} from the service and, as it seems, bare from
 * the page. The gateway's codes are not public: any that is not 0 is a refusal, its cause the owner's to name.
 */
final class Office2Answers {

  private static final Pattern WORDS = Pattern.compile("(?s)(-?[0-9]{1,9})\\s*(?:[,，](.*))?");
  private static final String SENT = "0";

  private final Redaction redaction;

  Office2Answers(Redaction redaction) {
    this.redaction = redaction;
  }

  SendOutcome outcome(GatewayReply reply, GatewayCodes codes) {
    return GatewayOutcomes.withoutAnswer(reply).orElseGet(() -> read((Answer) reply, codes));
  }

  private SendOutcome read(Answer answer, GatewayCodes codes) {
    Matcher said = WORDS.matcher(content(answer));
    boolean readable = said.matches();
    String code = readable ? said.group(1) : Integer.toString(answer.status());
    String text = readable && said.group(2) != null ? said.group(2).strip() : "";
    boolean sent = readable && code.equals(SENT);
    GatewayWords words = new GatewayWords(code, sent ? "" : text, "", redaction);
    if (!answer.successful()) {
      return GatewayOutcomes.byStatus(answer, words::explained).orElseThrow();
    }
    if (!readable || sent && text.isEmpty()) {
      return GatewayOutcomes.unreadable(words::explained);
    }
    if (sent) {
      return new Accepted(words.id(text), Optional.empty(), words.explained(""));
    }
    return codes.of(code)
        .map(cause -> new Rejected(cause, words.explained(GatewayCodes.explanation(cause))))
        .orElseGet(() -> new Rejected(Cause.UNAVAILABLE, words.explained("office2.error.result-other")));
  }

  /**
   * What is left.
   *
   * @param pattern finds it in the answer, the shape of which is not documented
   */
  Balance balance(GatewayReply reply, String pattern, Unit unit) {
    return refused(reply).map(answer -> new Balance(Optional.empty(), unit, answer)).orElseGet(() -> {
      Answer answer = (Answer) reply;
      String content = content(answer);
      Optional<BigDecimal> found = GatewayAmount.of(pattern, content);
      GatewayWords words = new GatewayWords(Integer.toString(answer.status()), content, "", redaction);
      return new Balance(
          found, unit, words.explained(found.isPresent() ? "" : "office2.error.balance-unreadable"));
    });
  }

  /** Document 003: the service's page answers HTML, anything else is the fault of the network between. */
  Connection connection(GatewayReply reply) {
    return refused(reply).map(answer -> new Connection(false, answer)).orElseGet(() -> {
      Answer answer = (Answer) reply;
      boolean page = answer.body().toLowerCase(Locale.ROOT).contains("<html");
      GatewayWords words =
          new GatewayWords(Integer.toString(answer.status()), page ? "" : answer.body(), "", redaction);
      return new Connection(page, words.explained(page ? "" : "office2.error.no-page"));
    });
  }

  /** No answer, or one of refusal by its status. */
  private Optional<GatewayAnswer> refused(GatewayReply reply) {
    Optional<SendOutcome> none = GatewayOutcomes.withoutAnswer(reply);
    if (none.isPresent()) {
      return none.map(SendOutcome::answer);
    }
    Answer answer = (Answer) reply;
    Function<String, GatewayAnswer> said =
        new GatewayWords(Integer.toString(answer.status()), "", "", redaction)::explained;
    return GatewayOutcomes.byStatus(answer, said).map(SendOutcome::answer);
  }

  /** What stands in {@code <string>}, or the whole body if it is no XML. */
  private static String content(Answer answer) {
    return GatewayXml.root(answer.body())
        .map(root -> root.getLocalName().equals("string") ? root.getTextContent() : "")
        .orElse(answer.body()).strip();
  }
}
