package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayReply.Lost;
import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Outcomes that do not depend on which gateway was called; a channel reads its gateway's own words itself. Explained by
 * the host's texts {@code gateway.error.<label>.cause} and {@code .remedy}.
 *
 * <p>REJECTED is said only where the SMS was surely not sent: a request that never left, a status 3xx or 4xx. Everything
 * else that is no clear success is UNKNOWN, so that nobody pays twice or gets two codes.
 */
public final class GatewayOutcomes {

  private static final String TEXTS = "gateway.error.";
  /** By their definition nothing was done yet. 303 is not among them: it may follow a request that was carried out. */
  private static final Set<Integer> MOVED = Set.of(301, 302, 307, 308);
  /** The server gave up waiting; who cannot say for what has proved nothing. */
  private static final int REQUEST_TIMEOUT = 408;

  private GatewayOutcomes() {}

  /**
   * Nothing was tried.
   *
   * @param label {@code not-configured}, {@code signature-missing}, {@code number-abroad}, {@code template-missing}
   */
  public static SendOutcome notTried(Cause cause, String label) {
    return new Rejected(cause, silent(label));
  }

  /** What a call without a whole answer means; empty when there is an answer to read. */
  public static Optional<SendOutcome> withoutAnswer(GatewayReply reply) {
    if (reply instanceof NotSent notSent) {
      return Optional.of(new Rejected(Cause.UNAVAILABLE, silent("not-sent-" + label(notSent.reason()))));
    }
    return reply instanceof Lost lost
        ? Optional.of(new Unknown(silent("answer-" + label(lost.reason())))) : Optional.empty();
  }

  /**
   * What a status other than 2xx means, of which the gateway's own words explain nothing; empty for a status 2xx.
   *
   * @param said the gateway's words with the explanation whose key it is given
   */
  public static Optional<SendOutcome> byStatus(Answer answer, Function<String, GatewayAnswer> said) {
    int status = answer.status();
    if (answer.successful()) {
      return Optional.empty();
    }
    if (MOVED.contains(status)) {
      return Optional.of(new Rejected(Cause.UNAVAILABLE, said.apply(explanation("status-moved"))));
    }
    if (status < 400 || status >= 500 || status == REQUEST_TIMEOUT) {
      return Optional.of(
          new Unknown(said.apply(explanation(status >= 500 ? "status-server-error" : "status-unexpected"))));
    }
    return Optional.of(switch (status) {
      case 401 -> new Rejected(Cause.CREDENTIALS, said.apply(explanation("status-credentials")));
      case 404 -> new Rejected(Cause.UNAVAILABLE, said.apply(explanation("status-not-found")));
      case 429 -> new Rejected(Cause.THROTTLED, said.apply(explanation("throttled")));
      default -> new Rejected(Cause.UNAVAILABLE, said.apply(explanation("status-refused")));
    });
  }

  /**
   * What the Aliyun API gateway says of itself; empty when the answer is the seller's own.
   *
   * @param said the gateway's words with the explanation whose key it is given
   */
  public static Optional<SendOutcome> byAliyun(Answer answer, Function<String, GatewayAnswer> said) {
    return AliyunError.of(answer).map(error -> {
      GatewayAnswer words = said.apply(explanation(error.label()));
      return error.cause().<SendOutcome>map(cause -> new Rejected(cause, words)).orElseGet(() -> new Unknown(words));
    });
  }

  /** A status 2xx that cannot be read: it may have been a success. */
  public static SendOutcome unreadable(Function<String, GatewayAnswer> said) {
    return new Unknown(said.apply(explanation("answer-unreadable")));
  }

  /** The key of the texts of a label. */
  public static String explanation(String label) {
    return TEXTS + label;
  }

  private static GatewayAnswer silent(String label) {
    return new GatewayAnswer("", "", "", explanation(label));
  }

  private static String label(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
