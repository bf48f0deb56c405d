package dev.dianpu.limit;

import java.time.Duration;

/** The answer to a wish to send. */
public sealed interface Reservation {

  /**
   * The send may go out.
   *
   * @param id by which it is {@linkplain SendBudgets#giveBack given back}
   */
  record Granted(long id) implements Reservation {}

  /**
   * It may not; nothing was taken.
   *
   * @param reason which budget is empty
   * @param retryAfter how long that budget stays empty, if nobody else asks
   */
  record Refused(Reason reason, Duration retryAfter) implements Reservation {}

  /** Which budget is empty. */
  enum Reason {
    /** The last SMS to this phone was too recent. */
    PHONE_INTERVAL,
    /** The phone had its SMS of this hour. */
    PHONE_HOUR,
    /** The phone had its SMS of these 24 hours. */
    PHONE_DAY,
    /** The address (IPv6: /64) caused too many SMS that verified nothing. */
    ADDRESS,
    /** The range around it did. */
    RANGE,
    /** Phones with the same first digits got too many. */
    PREFIX,
    /** The session caused too many. */
    SESSION,
    /** The member did. */
    MEMBER,
    /** The whole shop did. */
    SITE,
    /** The money set aside is spent. */
    MONEY
  }
}
