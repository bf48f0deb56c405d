package dev.dianpu.notification;

import java.time.Duration;

/**
 * How often and when a notice that was surely not sent is tried again.
 *
 * @param tries after so many it is a dead letter
 * @param first the wait after the first
 * @param growth by which each wait is longer than the one before
 */
record RetryPolicy(long tries, Duration first, long growth) {

  /** A wait grows no further, so that a repaired gateway is found within the day. */
  static final Duration LONGEST = Duration.ofHours(6);

  /** The wait after this many failures, from 1. */
  Duration wait(int failures) {
    double seconds = first.toSeconds() * Math.pow(growth, failures - 1.0);
    return seconds >= LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds((long) seconds);
  }
}
