package dev.dianpu.guard;

import java.util.Arrays;

/** What was sent and used for one subject, piece by piece, in the order of time; sums are two look-ups. */
final class Series {

  private static final int FIRST = 4;

  private long[] buckets = new long[FIRST];
  private int[] sent = new int[FIRST];
  private int[] verified = new int[FIRST];
  private int size;

  /** Adds to the newest piece, or begins it. */
  void add(long bucket, Count count) {
    if (size == 0 || buckets[size - 1] != bucket) {
      if (size == buckets.length) {
        buckets = Arrays.copyOf(buckets, size * 2);
        sent = Arrays.copyOf(sent, size * 2);
        verified = Arrays.copyOf(verified, size * 2);
      }
      buckets[size] = bucket;
      sent[size] = size == 0 ? 0 : sent[size - 1];
      verified[size] = size == 0 ? 0 : verified[size - 1];
      size++;
    }
    sent[size - 1] += count.sent();
    verified[size - 1] += count.verified();
  }

  /** SMS of the pieces from {@code first} to {@code last}, both included. */
  long sent(long first, long last) {
    return sum(sent, first, last);
  }

  long verified(long first, long last) {
    return sum(verified, first, last);
  }

  private long sum(int[] running, long first, long last) {
    int before = firstFrom(first) - 1;
    int end = firstFrom(last + 1) - 1;
    return (end < 0 ? 0 : running[end]) - (before < 0 ? 0 : running[before]);
  }

  /** Index of the first piece that is this one or later. */
  private int firstFrom(long bucket) {
    int found = Arrays.binarySearch(buckets, 0, size, bucket);
    return found >= 0 ? found : -found - 1;
  }
}
