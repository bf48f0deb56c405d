package dev.dianpu.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that runs faster than time, and shows the same in every process that is given the same start: so that tests of
 * killed processes need not wait minutes for what takes minutes.
 *
 * @param start when it showed the right time
 * @param times how much faster
 */
public record FastClock(Instant start, int times) implements java.time.InstantSource {

  @Override
  public Instant instant() {
    return start.plus(Duration.between(start, Instant.now()).multipliedBy(times));
  }

  /** As the shop's beans want it. */
  public Clock clock() {
    return withZone(ZoneOffset.UTC);
  }

  @Override
  public Clock withZone(ZoneId zone) {
    FastClock source = this;
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return source.withZone(other);
      }

      @Override
      public Instant instant() {
        return source.instant();
      }
    };
  }
}
