package dev.dianpu.spi;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom the shop tells by SMS when something happens, and in which words. The host asks inside the transaction in which it
 * happens and writes down what it is told; each of event, step, phone and template leaves once, however often it is asked.
 *
 * <p>Implementations read live settings at every call, are called concurrently and must call neither a network nor the
 * database.
 */
public interface SmsNotices {

  /** Whom to tell of what happened to an order; empty while that is switched off. */
  List<SmsNotice> of(OrderEvent event);

  /** The notice to a new member; empty while it is switched off, or the member has no phone. */
  Optional<SmsNotice> of(MemberRegistered event);

  /**
   * An SMS to be sent.
   *
   * @param to whom
   * @param template the text's name: lower-case letters, digits and hyphens, at most 40
   * @param text without the signature; its variables are those of the event, <code>{$shop_name}</code> and
   *     <code>{$time}</code>, when it happened
   * @param after how long it waits; one that waits lapses when anything else happens to the order meanwhile
   */
  record SmsNotice(PhoneNumber to, String template, String text, Duration after) {

    public SmsNotice {
      Objects.requireNonNull(to);
      Objects.requireNonNull(text);
      if (!template.matches("[a-z0-9-]{1,40}") || after.isNegative()) {
        throw new IllegalArgumentException("no notice: " + template + " after " + after);
      }
    }

    /** One that leaves at once. */
    public SmsNotice(PhoneNumber to, String template, String text) {
      this(to, template, text, Duration.ZERO);
    }

    /** Without the text, which may name somebody. */
    @Override
    public String toString() {
      return "SmsNotice[" + template + "]";
    }
  }
}
