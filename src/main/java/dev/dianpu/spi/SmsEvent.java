package dev.dianpu.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What comes back from a gateway after an SMS was sent. The host matches it with what it knows, or drops it. */
public sealed interface SmsEvent {

  /**
   * What became of an SMS.
   *
   * @param gatewayId as in {@link SendOutcome.Accepted#gatewayId}
   * @param to the phone, as the gateway writes it
   * @param delivered whether the phone got it
   * @param code the operator's or the gateway's code, as it came
   * @param text its words, if any
   * @param at when, by the gateway; empty if it does not tell
   */
  record Receipt(
      String gatewayId, String to, boolean delivered, String code, String text, Optional<Instant> at)
      implements SmsEvent {
    public Receipt {
      Objects.requireNonNull(gatewayId);
      Objects.requireNonNull(to);
      Objects.requireNonNull(code);
      Objects.requireNonNull(text);
      Objects.requireNonNull(at);
    }

    /** Without the phone. */
    @Override
    public String toString() {
      return "Receipt[" + gatewayId + ", " + delivered + "]";
    }
  }

  /**
   * An SMS from a phone.
   *
   * @param id by which the gateway names it, or the SMS that it answers; empty if it names neither
   * @param from the phone, as the gateway writes it
   * @param text what the person wrote
   * @param at when, by the gateway; empty if it does not tell
   */
  record Reply(String id, String from, String text, Optional<Instant> at) implements SmsEvent {
    public Reply {
      Objects.requireNonNull(id);
      Objects.requireNonNull(from);
      Objects.requireNonNull(text);
      Objects.requireNonNull(at);
    }

    /** Without phone and text. */
    @Override
    public String toString() {
      return "Reply[" + id + "]";
    }
  }

  /**
   * The gateway's people looked at a filed text.
   *
   * @param templateId the gateway's number or name of it
   * @param approved whether it may be sent
   * @param text their words, if any
   */
  record TemplateAudit(String templateId, boolean approved, String text) implements SmsEvent {
    public TemplateAudit {
      Objects.requireNonNull(templateId);
      Objects.requireNonNull(text);
    }
  }
}
