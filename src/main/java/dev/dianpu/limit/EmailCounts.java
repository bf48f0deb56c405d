package dev.dianpu.limit;

import dev.dianpu.limit.EmailBudgets.Used;
import dev.dianpu.platform.redis.Values;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counters of mails as values of Redis, one per subject, as of a moment. */
record EmailCounts(Values values, Instant now) {

  static String key(byte[] subject) {
    return "email:" + RedisBytes.hex(subject);
  }

  /** What a subject used of its window; begun anew, until {@code end}, if there is none or it is over. */
  Used used(byte[] subject, Instant end) {
    Optional<Used> known = values.get(key(subject)).map(ByteBuffer::wrap)
        .map(in -> new Used(in.getLong(), instant(in.getLong()), instant(in.getLong())));
    return known.filter(used -> used.endsAt().isAfter(now))
        .orElseGet(() -> new Used(0, known.map(Used::lastAt).orElse(Instant.EPOCH), end));
  }

  /**
   * Counts one more.
   *
   * @param interval how long its time is of use beyond the window
   */
  void count(byte[] subject, Instant end, Duration interval) {
    Used used = used(subject, end);
    byte[] bytes = ByteBuffer.allocate(3 * Long.BYTES).putLong(used.sends() + 1).putLong(micros(now))
        .putLong(micros(used.endsAt())).array();
    values.set(key(subject), bytes, Duration.between(now, used.endsAt()).plus(interval));
  }

  private static long micros(Instant at) {
    return Duration.between(Instant.EPOCH, at).toNanos() / 1000;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plusNanos(micros * 1000);
  }
}
