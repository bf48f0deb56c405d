package dev.dianpu.guard;

import java.time.Duration;
import java.time.Instant;

/** Time in pieces of five minutes. */
final class Buckets {

  static final Duration LENGTH = Duration.ofMinutes(5);

  private static final long SECONDS = LENGTH.toSeconds();

  private Buckets() {}

  /** The start of the piece that this moment is in. */
  static Instant of(Instant time) {
    return Instant.ofEpochSecond(number(time) * SECONDS);
  }

  /** The start of the first piece that begins at this moment or later. */
  static Instant from(Instant time) {
    Instant start = of(time);
    return start.equals(time) ? start : start.plus(LENGTH);
  }

  /** How many pieces were before it since 1970. */
  static long number(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS);
  }

  static Instant at(long number) {
    return Instant.ofEpochSecond(number * SECONDS);
  }
}
