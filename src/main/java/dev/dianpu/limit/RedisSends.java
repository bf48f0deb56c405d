package dev.dianpu.limit;

import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.RedisNumbers;
import dev.dianpu.platform.redis.Values;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends counted in Redis: one value for each subject, one for the site, one for each reservation. All values that a send
 * draws on are read together and written together, or not at all. They go by themselves when they count no more.
 */
final class RedisSends implements SendStore {

  private static final String SITE = "site";

  private final Redis redis;
  private final Clock clock;

  RedisSends(Redis redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public Reservation reserve(Subjects subjects, long cost, SendLimits limits) {
    return redis.change(keys(subjects, true), values -> {
      SendRules rules = new SendRules(limits, clock.millis());
      Map<Budget, RedisBudget> budgets = budgets(values, subjects);
      Everything now = new Everything(sends(budgets), RedisBytes.site(values.get(SITE)));
      Optional<Refused> refused = rules.refusal(now, cost);
      return refused.isPresent() ? refused.get() : granted(values, subjects, budgets, now, rules, cost);
    });
  }

  private Reservation granted(Values values, Subjects subjects, Map<Budget, RedisBudget> budgets, Everything now,
      SendRules rules, long cost) {
    SiteSends.Share share = rules.share(now.visitor(), cost);
    now.visitor().values().forEach(sends -> sends.add(rules.now(), 1, Span.DAY));
    now.site().add(share);
    write(values, subjects, budgets, rules.now());
    values.set(SITE, RedisBytes.of(now.site()), Span.DAY.length());
    long id = RedisNumbers.next();
    values.set(key(id), RedisBytes.of(new Taken(subjects, share, 0)), Span.DAY.length());
    return new Granted(id);
  }

  @Override
  public void giveBack(long id, GiveBack what) {
    Optional<Taken> known = RedisBytes.taken(redis.read(List.of(key(id))).get(key(id)));
    known.ifPresent(taken -> redis.change(keysToGiveBack(id, taken.subjects()), values -> {
      Optional<Taken> now = RedisBytes.taken(values.get(key(id))).filter(still -> still.open(what) != 0);
      now.ifPresent(still -> giveBack(values, id, still, still.open(what)));
      return now;
    }));
  }

  private static List<String> keysToGiveBack(long id, Subjects subjects) {
    List<String> keys = keys(subjects, true);
    keys.add(key(id));
    return keys;
  }

  private void giveBack(Values values, long id, Taken taken, int open) {
    long now = clock.millis();
    long at = taken.share().at();
    Subjects subjects = taken.subjects().only(open);
    Map<Budget, RedisBudget> budgets = budgets(values, subjects);
    budgets.values().stream().filter(budget -> at > budget.emptiedAt())
        .forEach(budget -> budget.sends().remove(at, 1, now, Span.DAY));
    write(values, subjects, budgets, now);
    if ((open & Budget.SITE.bit()) != 0) {
      SiteSends site = RedisBytes.site(values.get(SITE));
      site.remove(taken.share(), now);
      values.set(SITE, RedisBytes.of(site), Span.DAY.length());
    }
    Taken after = new Taken(taken.subjects(), taken.share(), taken.givenBack() | open);
    values.set(key(id), RedisBytes.of(after), Span.DAY.length().minusMillis(Math.max(0, now - at)));
  }

  @Override
  public Everything read(Subjects subjects) {
    Values values = redis.read(keys(subjects, true));
    return new Everything(sends(budgets(values, subjects)), RedisBytes.site(values.get(SITE)));
  }

  /** The time stays with the empty list: what was taken until then has been given back by this. */
  @Override
  public void empty(Budget budget, Subjects subject) {
    redis.change(keys(subject, false), values -> {
      // Another node's clock may be ahead: what it sent is among what is given back.
      long until = Math.max(clock.millis(), budgets(values, subject).get(budget).sends().last());
      values.set(key(budget, subject), RedisBytes.of(new RedisBudget(until, Sends.none())), Span.DAY.length());
      return budget;
    });
  }

  @Override
  public Map<Long, Taken> find(Collection<Long> ids) {
    Map<Long, Taken> found = new HashMap<>();
    if (!ids.isEmpty()) {
      Values values = redis.read(ids.stream().map(RedisSends::key).toList());
      ids.forEach(id -> RedisBytes.taken(values.get(key(id))).ifPresent(taken -> found.put(id, taken)));
    }
    return found;
  }

  /**
   * A subject's value.
   *
   * @param emptiedAt when an owner emptied it last, in milliseconds
   */
  record RedisBudget(long emptiedAt, Sends sends) {}

  private static Map<Budget, RedisBudget> budgets(Values values, Subjects subjects) {
    Map<Budget, RedisBudget> found = new EnumMap<>(Budget.class);
    subjects.budgets().forEach(budget -> found.put(budget, RedisBytes.budget(values.get(key(budget, subjects)))));
    return found;
  }

  private static Map<Budget, Sends> sends(Map<Budget, RedisBudget> budgets) {
    Map<Budget, Sends> sends = new EnumMap<>(Budget.class);
    budgets.forEach((budget, value) -> sends.put(budget, value.sends()));
    return sends;
  }

  private static void write(Values values, Subjects subjects, Map<Budget, RedisBudget> budgets, long now) {
    budgets.forEach((budget, value) -> {
      long newest = Math.max(value.emptiedAt(), value.sends().last());
      values.set(key(budget, subjects), RedisBytes.of(value), Span.DAY.length().plusMillis(newest - now));
    });
  }

  private static List<String> keys(Subjects subjects, boolean withSite) {
    List<String> keys = new ArrayList<>();
    subjects.budgets().forEach(budget -> keys.add(key(budget, subjects)));
    if (withSite) {
      keys.add(SITE);
    }
    return keys;
  }

  private static String key(Budget budget, Subjects subjects) {
    return "sends:" + budget.kind() + ':' + RedisBytes.hex(subjects.of(budget));
  }

  private static String key(long id) {
    return "reservation:" + id;
  }
}
