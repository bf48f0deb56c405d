package dev.dianpu.platform.redis;

import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Where is counted now: in the database, or in Redis where the operator named one. When Redis is lost, or came back
 * without its data, the owner's setting says what holds: what needs it is refused until it is there again, or the
 * database counts, and goes on counting until a day after the loss. Since no window is longer than a day, nothing that
 * Redis still knows counts by then: in any window each of both lets its limit through once at most, however often Redis
 * comes and goes.
 */
@ApplicationScoped
public class Stores {

  /** The owner's setting: {@link #REFUSE} or {@link #DATABASE}. */
  public static final String SETTING = "limit.redis-lost";
  public static final String REFUSE = "refuse";
  public static final String DATABASE = "database";

  private static final int ATTEMPTS = 3;

  @Inject Redis redis;
  @Inject RedisLook look;
  @Inject Clock clock;

  /** For the container. */
  protected Stores() {}

  /** Without a container. */
  public Stores(Redis redis, DataSource dataSource, Settings settings, Clock clock) {
    this.redis = redis;
    this.look = new RedisLook(redis, dataSource, settings, clock);
    this.clock = clock;
  }

  /** Where is counted. */
  public enum Place {
    /** There is no Redis. */
    DATABASE,
    REDIS,
    /** Redis is lost, or was lately. */
    DATABASE_MEANWHILE,
    /** Redis is lost, and what needs a count is refused. */
    NOWHERE
  }

  /**
   * What an owner and an operator are told.
   *
   * @param problem why Redis cannot be used; empty if it can, or if there is none
   * @param until until when the database counts in its place
   * @param dataLostAt when Redis was found without its data, if that is less than a day ago
   */
  public record State(Place place, Optional<String> problem, Optional<Instant> until, Optional<Instant> dataLostAt) {}

  /** Where is counted as far as this node knows; from memory. */
  public State state() {
    Instant now = clock.instant();
    return look.last().filter(any -> redis.on())
        .map(seen -> new State(seen.place(now), seen.problem(), seen.databaseUntil().filter(now::isBefore),
            seen.dataLostLately(now)))
        .orElseGet(() -> new State(
            redis.on() ? Place.REDIS : Place.DATABASE, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /**
   * Does it where is counted now.
   *
   * @throws RedisLost when that is nowhere
   */
  public <T> T either(Supplier<T> inRedis, Supplier<T> inDatabase) {
    if (!redis.on()) {
      return inDatabase.get();
    }
    Sight seen = look.seen();
    for (int attempt = 1; ; attempt++) {
      switch (seen.place(clock.instant())) {
        case DATABASE, DATABASE_MEANWHILE -> {
          return inDatabase.get();
        }
        case NOWHERE -> throw new RedisLost(seen.problem().orElseThrow());
        case REDIS -> { }
      }
      try {
        return inRedis.get();
      } catch (RedisLost lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
        seen = look.after(seen);
      }
    }
  }

  /** Does it in Redis if that is there, or else in the database, whatever the owner's setting is. */
  public <T> T ifThere(Supplier<T> inRedis, Supplier<T> inDatabase) {
    if (!redis.on() || look.seen().problem().isPresent()) {
      return inDatabase.get();
    }
    try {
      return inRedis.get();
    } catch (RedisLost lost) {
      return inDatabase.get();
    }
  }

  /** Looks at Redis, and at what the other nodes know of it. */
  void look() {
    if (redis.on()) {
      look.look();
    }
  }
}
