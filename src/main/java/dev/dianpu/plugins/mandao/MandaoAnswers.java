package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import dev.dianpu.spi.gateway.GatewayAmount;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayWords;
import dev.dianpu.spi.gateway.GatewayXml;
import dev.dianpu.spi.gateway.Redaction;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads the one word that the service answers, whatever wraps it: {@code <string>}, {@code <…Result>} inside SOAP, or
 * nothing. A number of up to 18 digits is the id of what was sent; a negative number is an error; all else is UNKNOWN.
 */
final class MandaoAnswers {

  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
  private static final Pattern CODE = Pattern.compile("-[0-9]{1,9}");
  private static final Pattern BARE = Pattern.compile("[^<>\\p{Cntrl}]{1,200}");

  SendOutcome outcome(GatewayReply reply, Redaction redaction) {
    return GatewayOutcomes.withoutAnswer(reply).orElseGet(() -> read((Answer) reply, redaction));
  }

  private static SendOutcome read(Answer answer, Redaction redaction) {
    String result = result(answer.body());
    GatewayWords words = words(answer, result, redaction);
    if (!answer.successful()) {
      return GatewayOutcomes.byStatus(answer, words::explained).orElseThrow();
    }
    if (ID.matcher(result).matches()) {
      return new Accepted(words.id(result), Optional.empty(), words.explained(""));
    }
    if (CODE.matcher(result).matches()) {
      Cause cause = MandaoError.of(result).map(MandaoError::cause).orElse(Cause.UNAVAILABLE);
      return new Rejected(cause, words.explained(explanation(result)));
    }
    return GatewayOutcomes.unreadable(words::explained);
  }

  /**
   * What is left.
   *
   * @param pattern finds it in the answer, the shape of which is not documented
   */
  Balance balance(GatewayReply reply, String pattern, Redaction redaction) {
    Optional<SendOutcome> none = GatewayOutcomes.withoutAnswer(reply);
    if (none.isPresent()) {
      return new Balance(Optional.empty(), Unit.MESSAGES, none.get().answer());
    }
    Answer answer = (Answer) reply;
    String result = result(answer.body());
    GatewayWords words = words(answer, result, redaction);
    Optional<SendOutcome> refused = GatewayOutcomes.byStatus(answer, words::explained);
    if (refused.isPresent()) {
      return new Balance(Optional.empty(), Unit.MESSAGES, refused.get().answer());
    }
    Optional<BigDecimal> found = CODE.matcher(result).matches() ? Optional.empty() : GatewayAmount.of(pattern, result);
    return new Balance(found, Unit.MESSAGES, words.explained(found.isPresent() ? "" : balanceExplanation(result)));
  }

  private static GatewayWords words(Answer answer, String result, Redaction redaction) {
    boolean code = CODE.matcher(result).matches();
    return new GatewayWords(code ? result : Integer.toString(answer.status()), code ? "" : result, "", redaction);
  }

  private static String balanceExplanation(String result) {
    return CODE.matcher(result).matches() ? explanation(result) : "mandao.error.balance-unreadable";
  }

  private static String explanation(String code) {
    return "mandao.error.result-" + MandaoError.of(code).map(MandaoError::label).orElse("other");
  }

  /** The word; empty when the answer is not one of the service's. */
  private static String result(String body) {
    Optional<Element> root = GatewayXml.root(body);
    if (root.isEmpty()) {
      String bare = body.strip();
      return BARE.matcher(bare).matches() ? bare : "";
    }
    if (root.get().getLocalName().equals("string")) {
      return root.get().getTextContent().strip();
    }
    NodeList all = root.get().getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i).getLocalName().endsWith("Result")) {
        return all.item(i).getTextContent().strip();
      }
    }
    return "";
  }
}
