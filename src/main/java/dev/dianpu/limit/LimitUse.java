package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of the limits is used now, for the owner. */
@ApplicationScoped
public class LimitUse {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  @Inject SendStores stores;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** For the container. */
  protected LimitUse() {}

  /** Without a container. */
  LimitUse(SendStores stores, Clock clock, SecretBox box) {
    this.stores = stores;
    this.clock = clock;
    this.box = box;
  }

  /**
   * One limit of somebody.
   *
   * @param budget whose it is: PHONE, PREFIX, ADDRESS, RANGE
   * @param reason the limit
   * @param most at most; {@link dev.dianpu.spi.PhonePolicy.Limit#NONE} if there is no limit
   * @param until when the next one passes; empty if one passes now
   */
  public record Use(
      String budget, Reservation.Reason reason, long used, long most, Duration window, Optional<Instant> until) {}

  /**
   * The whole shop in an hour or a day.
   *
   * @param sends unverified ones
   * @param known those of them from ranges that had sent before, to which half of the limit is open
   * @param money their price, in ten-thousandths of a yuan
   */
  public record Site(long sends, long known, long money) {}

  /** The limits of a phone or an address that are on, with what is used of each. */
  public List<Use> of(LimitSubject who, SendLimits limits) {
    Subjects subjects = who.subjects(box);
    SendRules rules = new SendRules(limits, clock.millis());
    Map<Budget, Sends> sends = read(subjects).visitor();
    return subjects.budgets().stream().flatMap(budget -> rules.of(budget).stream()
        .map(named -> use(budget, named, sends.get(budget), rules))).toList();
  }

  private static Use use(Budget budget, SendRules.Named named, Sends sends, SendRules rules) {
    Duration window = named.limit().window();
    return new Use(budget.name(), named.reason(), sends.after(rules.now() - window.toMillis()), named.limit().most(),
        window, rules.refused(named, sends).map(refused -> Instant.ofEpochMilli(rules.now()).plus(refused.retryAfter())));
  }

  /** The whole shop in the last hour. */
  public Site hour() {
    return site(read(Subjects.nobody()).site().hour(), HOUR);
  }

  /** The whole shop in the last 24 hours. */
  public Site day() {
    return site(read(Subjects.nobody()).site().day(), DAY);
  }

  private Site site(SiteSends.Window window, long length) {
    long since = clock.millis() - length;
    return new Site(window.all().after(since), window.known().after(since), window.money().after(since));
  }

  /**
   * Empties one budget of somebody. What was taken from it before is not given back again later, which would let more
   * through than the limit.
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void empty(LimitSubject who, Budget wanted) {
    Subjects subjects = who.subjects(box).only(wanted.bit());
    if (subjects.budgets().isEmpty()) {
      throw new IllegalArgumentException(wanted + " is no budget of this one");
    }
    stores.now(store -> {
      store.empty(wanted, subjects);
      return wanted;
    });
  }

  private SendStore.Everything read(Subjects subjects) {
    return stores.shown(store -> store.read(subjects));
  }
}
