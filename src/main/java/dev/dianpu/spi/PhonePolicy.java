package dev.dianpu.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * What people may do with a phone number in this shop. The host asks it before any phone feature; while no plugin
 * supplies one, the shop has no phone features and people register by user name and e-mail.
 *
 * <p>Implementations read live settings at every call, are called concurrently and must not block.
 */
public interface PhonePolicy {

  /** How a code for {@code purpose} is made and worded; empty while that feature is switched off. */
  Optional<CodePolicy> code(Purpose purpose);

  /** Whether a phone number with the password logs in. */
  boolean loginWithPassword();

  /** How much may be sent. */
  SendLimits limits();

  /** Whether a page may say that a phone has an account; if not, only the phone itself is told. */
  boolean tellsOnPage();

  /**
   * The SMS that tells a phone, for which somebody wants to register, that it has an account. Given at most once in 24
   * hours for a phone, and taken by asking: whoever gets it sends it. Variable: <code>{$shop_name}</code>.
   *
   * @return empty when the phone was told already
   */
  Optional<String> takeNotice(PhoneNumber phone);

  /**
   * The SMS that tells a phone that it, the password or the e-mail address of its account was changed. Variable:
   * <code>{$shop_name}</code>.
   *
   * @return empty while no such SMS is sent
   */
  default Optional<String> changeNotice() {
    return Optional.empty();
  }

  /**
   * A code.
   *
   * @param digits its length, 4 to 8
   * @param validity how long it is good for
   * @param text the SMS, with <code>{$verify_code}</code> and <code>{$minutes}</code>, without the signature
   */
  record CodePolicy(int digits, Duration validity, String text) {}

  /**
   * How much may be sent before people have to wait.
   *
   * @param phoneInterval from one SMS to a phone to the next
   * @param phoneHour SMS to a phone in an hour
   * @param phoneDay SMS to a phone in 24 hours
   * @param addressHour unverified SMS that one address (IPv6: /64) may cause in an hour
   * @param rangeHour unverified SMS that one range (IPv4 /24, IPv6 /48) may cause in an hour
   * @param siteHour unverified SMS of the whole shop in an hour
   */
  record SendLimits(
      Duration phoneInterval, int phoneHour, int phoneDay, int addressHour, int rangeHour, int siteHour) {

    /** The same without what strangers can use up: for the shop's owner, who gave the right password. */
    public SendLimits ofOwner() {
      return new SendLimits(phoneInterval, phoneHour, phoneDay, addressHour, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
  }
}
