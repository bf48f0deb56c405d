package dev.dianpu.spi;

import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A channel with whose gateway texts are filed before they may be sent. */
public interface SmsTemplateRegistry extends SmsChannel {

  /** What can be done through the gateway's interface; the rest is done by hand on its site. */
  enum Operation { SUBMIT, QUERY, DELETE }

  /** What this gateway's interface offers. */
  Set<Operation> operations();

  /** Whether the gateway needs {@link SmsMessage#filed()}: without it nothing is sent. */
  boolean demandsTemplate();

  /**
   * A wording as this gateway wants it.
   *
   * @param wording with variables <code>{$name}</code>
   * @return with the gateway's own notation, such as <code>{1}</code> or 【变量】
   */
  String notation(String wording);

  /** Files a text. To be called only if {@link #operations()} has {@link Operation#SUBMIT}. */
  Filing submit(Draft draft);

  /** Asks how a filed text stands. To be called only if {@link #operations()} has {@link Operation#QUERY}. */
  Filing query(String templateId);

  /** Takes a filed text away. To be called only if {@link #operations()} has {@link Operation#DELETE}. */
  Filing delete(String templateId);

  /** What a text is for; gateways price and check the kinds differently. */
  enum Kind { CODE, NOTICE, MARKETING }

  /**
   * A text to be filed.
   *
   * @param title for the gateway's people
   * @param wording with variables <code>{$name}</code>, without the signature
   * @param kind what it is for
   * @param signature the shop's, without its brackets
   * @param scene where it is used, in a sentence for the gateway's people
   */
  record Draft(String title, String wording, Kind kind, String signature, String scene) {}

  /** How a text stands with a gateway. */
  enum State {
    /** Waits for the gateway's people. */
    PENDING,
    APPROVED,
    REJECTED,
    /** Taken away, or not known to the gateway. */
    DELETED
  }

  /**
   * What the gateway said of a text.
   *
   * @param templateId the gateway's number or name of it; empty when it gave none
   * @param state empty when the gateway did not tell: nothing changed, or nobody knows
   * @param answer what it said; its explanation is empty unless the operation failed
   */
  record Filing(String templateId, Optional<State> state, GatewayAnswer answer) {
    public Filing {
      Objects.requireNonNull(templateId);
      Objects.requireNonNull(state);
      Objects.requireNonNull(answer);
    }
  }
}
