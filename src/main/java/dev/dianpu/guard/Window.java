package dev.dianpu.guard;

import java.time.Duration;
import java.time.Instant;

/** Over which time unverified sends are added up. */
public enum Window {
  TEN_MINUTES(Duration.ofMinutes(10)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1));

  /** Ten minutes of an hour, rounded up: a normal hour is not spread evenly. */
  private static final long SIXTH = 6;
  private static final long DAYS_FLOOR = 4;

  private final Duration length;

  Window(Duration length) {
    this.length = length;
  }

  /** Where it begins: with the whole piece of five minutes, so that it is up to five minutes longer. */
  Instant start(Instant now) {
    return Buckets.of(now.minus(length));
  }

  /** How many pieces of five minutes it holds, the running one included. */
  long buckets() {
    return length.dividedBy(Buckets.LENGTH) + 1;
  }

  /** So many unverified sends are always fine, where {@code hour} are in an hour. */
  long floor(long hour) {
    return switch (this) {
      case TEN_MINUTES -> Math.max(1, hour / 2);
      case HOUR -> hour;
      case DAY -> hour * DAYS_FLOOR;
    };
  }

  /** What a normal day gives in it. */
  long normal(History history) {
    return switch (this) {
      case TEN_MINUTES -> (history.hour() + SIXTH - 1) / SIXTH;
      case HOUR -> history.hour();
      case DAY -> history.day();
    };
  }
}
