package dev.dianpu.limit;

import dev.dianpu.limit.Reservation.Reason;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the limits say to the sends so far. Where several refuse, the one that takes longest to wait for is named. */
record SendRules(SendLimits limits, long now) {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** What phone, address and range say. */
  Optional<Refused> visitor(Map<Budget, Row> rows) {
    Sends phone = rows.get(Budget.PHONE).all();
    return refused(Reason.PHONE_DAY, phone.wait(now, DAY, limits.phoneDay()))
        .or(() -> refused(Reason.PHONE_HOUR, phone.wait(now, HOUR, limits.phoneHour())))
        .or(() -> refused(Reason.PHONE_INTERVAL, phone.wait(now, limits.phoneInterval().toMillis(), 1)))
        .or(() -> refused(Reason.ADDRESS, rows.get(Budget.ADDRESS).all().wait(now, HOUR, limits.addressHour())))
        .or(() -> refused(Reason.RANGE, rows.get(Budget.RANGE).all().wait(now, HOUR, limits.rangeHour())));
  }

  /** Whether the range had a send in 24 hours that verified nothing. */
  boolean known(Map<Budget, Row> rows) {
    return rows.get(Budget.RANGE).all().last() > now - DAY;
  }

  /**
   * Half of the site's budget is kept for ranges that are not known, so that a few addresses cannot close the shop for
   * everybody; of an odd number the larger half.
   */
  Optional<Refused> site(Row site, boolean rangeIsKnown) {
    Optional<Refused> whole = refused(Reason.SITE, site.all().wait(now, HOUR, limits.siteHour()));
    return rangeIsKnown
        ? whole.or(() -> refused(Reason.SITE, site.known().wait(now, HOUR, limits.siteHour() / 2))) : whole;
  }

  private static Optional<Refused> refused(Reason reason, long wait) {
    return wait <= 0 ? Optional.empty() : Optional.of(new Refused(reason, Duration.ofMillis(wait)));
  }
}
