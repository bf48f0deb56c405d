package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.platform.web.Networks;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether one more code may go out by e-mail: so many in some hours to one address, from one IP address (IPv6: /64), for
 * one member and from the whole shop, all or nothing. Mail costs nothing, but a shop that floods strangers with it ends
 * on block-lists. A window begins with its first mail.
 */
@ApplicationScoped
public class EmailBudgets implements Expiring {

  private static final Duration INTERVAL = Duration.ofSeconds(60);

  @Inject EmailBudgetRepository repository;
  @Inject Stores stores;
  @Inject Redis redis;
  @Inject Settings settings;
  @Inject SecretBox box;
  @Inject Clock clock;

  /**
   * A budget.
   *
   * @param subject whose; a keyed digest
   * @param most how many in the window
   * @param interval from one to the next
   */
  private record Limit(byte[] subject, long most, Duration window, Duration interval) {}

  /** What a subject used of its window. */
  record Used(long sends, Instant lastAt, Instant endsAt) {}

  /**
   * Takes one mail from every budget, or nothing.
   *
   * @param email who gets it, in lower case
   * @param address the client's IP address
   * @param member who is logged in
   * @return how long to wait instead; zero when it was taken
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Duration take(String email, String address, Optional<Long> member) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Limit> limits = limits(email, address, member);
    return stores.either(() -> inRedis(limits, now), () -> inDatabase(limits, now));
  }

  private Duration inDatabase(List<Limit> limits, Instant now) {
    Duration wait = longest(limits, now, limit -> repository.hold(limit.subject(), now, now.plus(limit.window())));
    if (wait.isZero()) {
      limits.forEach(limit -> repository.count(limit.subject(), now));
    }
    return wait;
  }

  private Duration inRedis(List<Limit> limits, Instant now) {
    return redis.change(limits.stream().map(limit -> EmailCounts.key(limit.subject())).toList(), values -> {
      EmailCounts counts = new EmailCounts(values, now);
      Duration wait = longest(limits, now, limit -> counts.used(limit.subject(), now.plus(limit.window())));
      if (wait.isZero()) {
        limits.forEach(limit -> counts.count(limit.subject(), now.plus(limit.window()), INTERVAL));
      }
      return wait;
    });
  }

  private static Duration longest(List<Limit> limits, Instant now, Function<Limit, Used> used) {
    Duration wait = Duration.ZERO;
    for (Limit limit : limits) {
      Duration left = left(limit, used.apply(limit), now);
      wait = left.compareTo(wait) > 0 ? left : wait;
    }
    return wait;
  }

  private static Duration left(Limit limit, Used used, Instant now) {
    Duration tooSoon = Duration.between(now, used.lastAt().plus(limit.interval()));
    if (used.sends() < limit.most()) {
      return tooSoon.isNegative() ? Duration.ZERO : tooSoon;
    }
    return Duration.between(now, used.endsAt());
  }

  /** Always in this order, the shop last, which keeps two transactions from waiting in a circle. */
  private List<Limit> limits(String email, String address, Optional<Long> member) {
    long most = settings.number(EmailLimitGroup.MOST);
    Duration window = Duration.ofHours(settings.number(EmailLimitGroup.HOURS));
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit(subject("to " + email), most, window, INTERVAL));
    limits.add(new Limit(subject("from " + Networks.of(address).address()), most, window, Duration.ZERO));
    member.ifPresent(id -> limits.add(new Limit(subject("member " + id), most, window, Duration.ZERO)));
    limits.add(new Limit(subject("shop"), settings.number(EmailLimitGroup.SITE), Duration.ofHours(1), Duration.ZERO));
    return limits;
  }

  private byte[] subject(String who) {
    return box.digest("email-budget", who);
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return repository.deleteOld(now, most);
  }
}
