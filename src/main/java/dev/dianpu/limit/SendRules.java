package dev.dianpu.limit;

import dev.dianpu.limit.Reservation.Reason;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import java.time.Duration;
import java.util.Optional;

/** What the limits say to the sends so far. Where several refuse, the one that takes longest to wait for is named. */
record SendRules(SendLimits limits, long now) {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  Optional<Refused> phone(Sends sends) {
    return refused(Reason.PHONE_DAY, sends.wait(now, DAY, limits.phoneDay()))
        .or(() -> refused(Reason.PHONE_HOUR, sends.wait(now, HOUR, limits.phoneHour())))
        .or(() -> refused(Reason.PHONE_INTERVAL, sends.wait(now, limits.phoneInterval().toMillis(), 1)));
  }

  Optional<Refused> address(Sends sends) {
    return refused(Reason.ADDRESS, sends.wait(now, HOUR, limits.addressHour()));
  }

  Optional<Refused> range(Sends sends) {
    return refused(Reason.RANGE, sends.wait(now, HOUR, limits.rangeHour()));
  }

  /** Whether this range had a send in 24 hours that verified nothing. */
  boolean known(Sends range) {
    return range.last() > now - DAY;
  }

  /**
   * Half of the site's budget is kept for ranges that are not known: a few addresses cannot close the shop for everybody.
   *
   * @param all what the site sent
   * @param known what of it went to known ranges; what they may have is the smaller half
   */
  Optional<Refused> site(Sends all, Sends known, boolean rangeIsKnown) {
    Optional<Refused> whole = refused(Reason.SITE, all.wait(now, HOUR, limits.siteHour()));
    return rangeIsKnown
        ? whole.or(() -> refused(Reason.SITE, known.wait(now, HOUR, limits.siteHour() / 2))) : whole;
  }

  private static Optional<Refused> refused(Reason reason, long wait) {
    return wait <= 0 ? Optional.empty() : Optional.of(new Refused(reason, Duration.ofMillis(wait)));
  }
}
