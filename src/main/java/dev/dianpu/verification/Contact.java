package dev.dianpu.verification;

import dev.dianpu.spi.PhoneNumber;
import java.util.Locale;
import java.util.Optional;

/**
 * What proves itself by a code: a phone, or an e-mail address.
 *
 * @param value in E.164, or the address in lower case
 */
public record Contact(String value) {

  public Contact {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("no contact");
    }
  }

  /** A phone. */
  public static Contact of(PhoneNumber phone) {
    return new Contact(phone.e164());
  }

  /** An e-mail address whose form was checked. */
  public static Contact email(String address) {
    return new Contact(address.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether it is an e-mail address; no phone has an at sign. */
  public boolean isEmail() {
    return value.indexOf('@') >= 0;
  }

  /** The phone; empty if it is an e-mail address. */
  Optional<PhoneNumber> phone() {
    return isEmail() ? Optional.empty() : Optional.of(new PhoneNumber(value));
  }

  /** For logs and pages: {@code 138****8000}, {@code a***@example.com}. */
  public String masked() {
    int at = value.indexOf('@');
    return at < 0 ? new PhoneNumber(value).masked() : value.substring(0, Math.min(1, at)) + "***" + value.substring(at);
  }

  /** Masked, so that it cannot leak through a log by accident. */
  @Override
  public String toString() {
    return masked();
  }
}
