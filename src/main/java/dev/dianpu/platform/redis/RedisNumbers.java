package dev.dianpu.platform.redis;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers of what is kept in Redis: above all that a database gives out, which counts from 1, so that a number tells
 * where to look for it.
 */
public final class RedisNumbers {

  private static final long FIRST = 1L << 62;

  private RedisNumbers() {}

  /** Whether what bears this number is in Redis. */
  public static boolean ofRedis(long number) {
    return number >= FIRST;
  }

  /** A new one, by chance: should Redis lose its data, no old number comes again. */
  public static long next() {
    return FIRST | ThreadLocalRandom.current().nextLong(FIRST);
  }

  /** The one of a digest. */
  public static long of(byte[] digest) {
    return FIRST | ByteBuffer.wrap(digest).getLong() & (FIRST - 1);
  }
}
