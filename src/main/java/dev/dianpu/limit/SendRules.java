package dev.dianpu.limit;

import dev.dianpu.limit.Reservation.Reason;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.spi.PhonePolicy.Limit;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the limits say to the sends so far. Where several refuse, the one that takes longest to wait for is named. */
record SendRules(SendLimits limits, long now) {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** What everything says. */
  Optional<Refused> refusal(SendStore.Everything sends, long cost) {
    return visitor(sends.visitor()).or(() -> site(sends.site(), share(sends.visitor(), cost)));
  }

  /** What a send of somebody takes of the site's budget. */
  SiteSends.Share share(Map<Budget, Sends> visitor, long cost) {
    return new SiteSends.Share(now, known(visitor), cost);
  }

  /** What everything but the site says; sends that are missing are none. */
  Optional<Refused> visitor(Map<Budget, Sends> sends) {
    return Budget.VISITORS.stream().filter(sends::containsKey)
        .flatMap(budget -> refusals(budget, sends.get(budget)))
        .max(Comparator.comparing(Refused::retryAfter));
  }

  /** What each limit of this budget says. */
  private Stream<Refused> refusals(Budget budget, Sends sends) {
    return of(budget).stream().flatMap(named -> refused(named, sends).stream());
  }

  /** A limit under the name of its refusal. */
  record Named(Reason reason, Limit limit) {}

  /** The limits of a budget that has a row in {@code send_budget}. */
  List<Named> of(Budget budget) {
    return switch (budget) {
      case PHONE -> List.of(
          new Named(Reason.PHONE_DAY, limits.phone().many()),
          new Named(Reason.PHONE_HOUR, limits.phone().few()),
          new Named(Reason.PHONE_INTERVAL, new Limit(1, limits.phone().interval())));
      case ADDRESS -> List.of(new Named(Reason.ADDRESS, limits.address()));
      case RANGE -> List.of(new Named(Reason.RANGE, limits.range()));
      case PREFIX -> List.of(new Named(Reason.PREFIX, limits.phone().prefix()));
      case SESSION -> List.of(new Named(Reason.SESSION, limits.visitor().session()));
      case MEMBER -> List.of(new Named(Reason.MEMBER, limits.visitor().member()));
      case SITE -> throw new IllegalArgumentException("the site has a row of its own");
    };
  }

  /** Whether the range had a send in 24 hours that verified nothing. */
  private boolean known(Map<Budget, Sends> sends) {
    return sends.get(Budget.RANGE).last() > now - DAY;
  }

  /**
   * Half of the site's budget is kept for ranges that are not known, so that a few addresses cannot close the shop for
   * everybody; of an odd number the larger half. The money has no halves: nothing is spent beyond it, whoever asks.
   */
  Optional<Refused> site(SiteSends site, SiteSends.Share wish) {
    return Stream.concat(
        window(site.hour(), wish, HOUR, limits.site().hour(), limits.site().moneyHour()),
        window(site.day(), wish, DAY, limits.site().day(), limits.site().moneyDay()))
        .max(Comparator.comparing(Refused::retryAfter));
  }

  private Stream<Refused> window(SiteSends.Window sends, SiteSends.Share wish, long window, long most, long money) {
    long known = wish.known() ? most / 2 : Limit.NONE;
    return Stream.of(
        refused(Reason.SITE, sends.all().wait(now, window, most)),
        refused(Reason.SITE, sends.known().wait(now, window, known)),
        refused(Reason.MONEY, sends.money().wait(now, window, money, wish.cost()))).flatMap(Optional::stream);
  }

  /** What one limit says. */
  Optional<Refused> refused(Named named, Sends sends) {
    return refused(named.reason(), sends.wait(now, named.limit().window().toMillis(), named.limit().most()));
  }

  private static Optional<Refused> refused(Reason reason, long wait) {
    return wait <= 0 ? Optional.empty() : Optional.of(new Refused(reason, Duration.ofMillis(wait)));
  }
}
