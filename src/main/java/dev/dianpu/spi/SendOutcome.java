package dev.dianpu.spi;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What became of one attempt to send an SMS. There are three outcomes and no more. */
public sealed interface SendOutcome {

  /** What the gateway said; empty strings where it said nothing. */
  GatewayAnswer answer();

  /**
   * The gateway took the message.
   *
   * @param gatewayId the gateway's id of the message, by which receipts name it; empty if it gives none
   * @param cost what the gateway says that it charged, in its own unit; empty if it does not tell
   * @param balance what the gateway says that is left, in its own unit; empty if it does not tell
   * @param answer what the gateway said
   */
  record Accepted(String gatewayId, Optional<BigDecimal> cost, Optional<BigDecimal> balance, GatewayAnswer answer)
      implements SendOutcome {
    public Accepted(String gatewayId, Optional<BigDecimal> cost, GatewayAnswer answer) {
      this(gatewayId, cost, Optional.empty(), answer);
    }

    public Accepted {
      Objects.requireNonNull(gatewayId);
      Objects.requireNonNull(cost);
      Objects.requireNonNull(balance);
      Objects.requireNonNull(answer);
    }
  }

  /** The message was surely not sent: another channel may be tried, as far as {@code cause} allows. */
  record Rejected(Cause cause, GatewayAnswer answer) implements SendOutcome {
    public Rejected {
      Objects.requireNonNull(cause);
      Objects.requireNonNull(answer);
    }
  }

  /** The request left and no whole answer came: the message may have been sent. Nobody repeats it by himself. */
  record Unknown(GatewayAnswer answer) implements SendOutcome {
    public Unknown {
      Objects.requireNonNull(answer);
    }
  }

  /**
   * A gateway's words.
   *
   * @param code its own code or the HTTP status, as it came; at most 64 characters are kept
   * @param text its own text, as it came, without anything secret; at most 255 characters are kept
   * @param requestId its id of the request, to name in a complaint
   * @param explanation key of two texts, {@code <key>.cause} and {@code <key>.remedy}, that tell the shop owner what
   *     happened and what to do; empty on success
   */
  record GatewayAnswer(String code, String text, String requestId, String explanation) {
    public GatewayAnswer {
      Objects.requireNonNull(code);
      Objects.requireNonNull(text);
      Objects.requireNonNull(requestId);
      Objects.requireNonNull(explanation);
    }
  }

  /** Why a message was refused. */
  enum Cause {
    /** A setting is missing. */
    NOT_CONFIGURED(true),
    /** Key, secret or code is wrong, or the account is closed. */
    CREDENTIALS(true),
    /** What was bought is used up or out of date. */
    QUOTA(true),
    /** Too many calls in a short time. */
    THROTTLED(true),
    /** The text's template or the signature is not filed with the gateway. */
    TEMPLATE(true),
    /** The gateway sent the same text to this phone before. */
    SAME_CONTENT(true),
    /** The gateway could not be reached, or its answer says that it did not take the message. */
    UNAVAILABLE(true),
    /** The phone cannot be sent to. */
    NUMBER(false),
    /** The text may not be sent. */
    TEXT(false);

    private final boolean ofChannel;

    Cause(boolean ofChannel) {
      this.ofChannel = ofChannel;
    }

    /** Whether it is this channel's own reason, so that another channel may do better. */
    public boolean ofChannel() {
      return ofChannel;
    }
  }
}
