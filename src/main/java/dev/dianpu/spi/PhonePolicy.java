package dev.dianpu.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people may do with a phone number in this shop. The host asks it before any phone feature; while no plugin
 * supplies one, the shop has no phone features and people register by user name and e-mail.
 *
 * <p>Implementations read live settings at every call, are called concurrently and must not block.
 */
public interface PhonePolicy {

  /** Id of the settings group that holds the limits; the host gives it a page of its own. */
  String LIMITS_GROUP = "limits";

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

  /** Whether a member must have bound a phone before ordering. */
  default boolean phoneRequiredForOrders() {
    return false;
  }

  /**
   * The SMS that tells a phone, by which somebody wants to log in, that it has no account; otherwise as
   * {@link #takeNotice}.
   *
   * @return empty when the phone was told already, or such an SMS is never sent
   */
  default Optional<String> takeStrangerNotice(PhoneNumber phone) {
    return Optional.empty();
  }

  /**
   * After how long without a login a code alone opens no account any more: by then the number may be somebody else's
   * (二次放号).
   */
  default Duration absence() {
    return Duration.ofDays(180);
  }

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

  /** Values for the settings of {@link #LIMITS_GROUP}, from the documents of others; offered, never saved by itself. */
  default List<Preset> presets() {
    return List.of();
  }

  /**
   * Values to choose from. Its name is the text {@code limits.preset.<id>}, where they come from
   * {@code limits.preset.<id>.help}.
   *
   * @param values by the keys of settings; what is not named stays as it is
   */
  record Preset(String id, Map<String, String> values) {
    public Preset {
      values = Map.copyOf(values);
    }
  }

  /**
   * How much may be sent before people have to wait.
   *
   * @param address unverified SMS that one address (IPv6: /64) may cause
   * @param range unverified SMS that one range (IPv4 /24, IPv6 /48) may cause
   */
  record SendLimits(ForPhone phone, Limit address, Limit range, ForVisitor visitor, ForSite site) {

    /** The same without what strangers can use up: for the shop's owner, who gave the right password. */
    public SendLimits ofOwner() {
      return new SendLimits(new ForPhone(phone.interval(), phone.few(), phone.many(), Limit.none()), address,
          Limit.none(), visitor, new ForSite(Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE));
    }
  }

  /**
   * So many in so long.
   *
   * @param most how many; with 0 nothing passes
   * @param window at most a day: older sends are not remembered
   */
  record Limit(long most, Duration window) {

    /** As {@code most}: there is no limit. */
    public static final long NONE = Long.MAX_VALUE;

    public Limit {
      if (window.isNegative() || window.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException("not within a day: " + window);
      }
    }

    /** No limit. */
    public static Limit none() {
      return new Limit(NONE, Duration.ZERO);
    }
  }

  /**
   * Of phones.
   *
   * @param interval from one SMS to a phone to the next
   * @param few SMS to a phone, such as in an hour
   * @param many SMS to a phone in a longer time, such as a day
   * @param prefix unverified SMS to all phones with the same first seven digits, which whoever earns by SMS has many of
   */
  record ForPhone(Duration interval, Limit few, Limit many, Limit prefix) {}

  /**
   * Of visitors.
   *
   * @param session unverified SMS that one session may cause
   * @param member unverified SMS that one member may cause, wherever logged in
   */
  record ForVisitor(Limit session, Limit member) {}

  /**
   * Of the whole shop, unverified SMS only.
   *
   * @param hour SMS in an hour
   * @param day SMS in 24 hours
   * @param moneyHour their price in an hour, in ten-thousandths of a yuan
   * @param moneyDay their price in 24 hours, likewise
   */
  record ForSite(long hour, long day, long moneyHour, long moneyDay) {}
}
