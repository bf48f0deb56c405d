package dev.dianpu.guard;

import java.util.Arrays;

/**
 * Unverified sends of a normal day: the middle one of the last 14, so that a few days of attack do not become normal.
 *
 * @param hour in the hour that ends at this time of the day
 * @param day in 24 hours
 */
record History(long hour, long day) {

  /** How many days are looked at. */
  static final int DAYS = 14;
  /** Of fewer days nobody can tell what is normal: the floors alone count. */
  static final int FEWEST = 3;

  static final History NONE = new History(0, 0);

  /**
   * From the days that are known.
   *
   * @param hours of each day; those of days without a send are 0
   * @param days likewise
   */
  static History of(long[] hours, long[] days) {
    return hours.length < FEWEST ? NONE : new History(middle(hours), middle(days));
  }

  private static long middle(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
