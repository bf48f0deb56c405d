package dev.dianpu.verification;

import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.RedisLost;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.platform.redis.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** How often codes of a phone were tried, and wrong ones typed from an address: where limits are counted now. */
@ApplicationScoped
class TryCounts {

  private static final Logger LOG = Logger.getLogger(TryCounts.class.getName());

  @Inject VerificationRepository repository;
  @Inject Stores stores;
  @Inject Redis redis;

  /** Tries that count until a moment. */
  record Tries(int tries, Instant until) {}

  /** Counts one more, up to one more than allowed; how many there are now. */
  int count(byte[] owner, TryLimits.Limit limit, Instant now) {
    Instant end = now.plus(limit.window());
    return stores.either(() -> redis.change(List.of(key(owner)), values -> {
      Tries before = read(values, owner, now).orElse(new Tries(0, end));
      Tries after = new Tries(Math.min(before.tries + 1, limit.most() + 1), before.until);
      write(values, owner, after, now);
      return after.tries;
    }), () -> repository.countTry(owner, limit.most(), now, end));
  }

  /** Takes back a try that was no wrong code; it stays counted if that cannot be written now. */
  void uncount(byte[] owner, Instant now) {
    try {
      takeBack(owner, now);
    } catch (RedisLost lost) {
      LOG.warning("A try was not taken back: Redis is lost");
    }
  }

  private void takeBack(byte[] owner, Instant now) {
    stores.either(() -> redis.change(List.of(key(owner)), values -> {
      Optional<Tries> before = read(values, owner, now).filter(tries -> tries.tries > 0);
      before.ifPresent(tries -> write(values, owner, new Tries(tries.tries - 1, tries.until), now));
      return before;
    }), () -> {
      repository.uncountTry(owner, now);
      return Optional.empty();
    });
  }

  /** Those that count now. */
  Optional<Tries> of(byte[] owner, Instant now) {
    return stores.either(() -> read(redis.read(List.of(key(owner))), owner, now), () -> repository.tries(owner, now));
  }

  /** The same; where nothing is counted now, what the database has, so that an owner sees the page at all. */
  Optional<Tries> shown(byte[] owner, Instant now) {
    try {
      return of(owner, now);
    } catch (RedisLost lost) {
      return repository.tries(owner, now);
    }
  }

  /** Forgets all of them. */
  void forget(byte[] owner) {
    stores.either(() -> redis.change(List.of(key(owner)), values -> {
      values.remove(key(owner));
      return owner;
    }), () -> {
      repository.forgetTries(owner);
      return owner;
    });
  }

  private static String key(byte[] owner) {
    return "tries:" + HexFormat.of().formatHex(owner);
  }

  private static Optional<Tries> read(Values values, byte[] owner, Instant now) {
    return values.get(key(owner)).map(ByteBuffer::wrap)
        .map(in -> new Tries(in.getInt(), Instant.ofEpochMilli(in.getLong())))
        .filter(tries -> tries.until.isAfter(now));
  }

  /** In whole milliseconds, rounded up: a window ends a little late, never early. */
  private static void write(Values values, byte[] owner, Tries tries, Instant now) {
    long until = tries.until.plusNanos(999_999).toEpochMilli();
    values.set(key(owner), ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(tries.tries).putLong(until).array(),
        Duration.between(now, Instant.ofEpochMilli(until)));
  }
}
