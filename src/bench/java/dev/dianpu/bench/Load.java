package dev.dianpu.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Many threads that do the same thing over and over, and how often a second it succeeds. */
public final class Load {

  private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm.up", 8));
  private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("measured", 8));

  private Load() {}

  /**
   * Measures.
   *
   * @param threads how many do it at once
   * @param once does it; false if it failed
   * @return successes per second
   * @throws IllegalStateException when anything failed: a rate of failures says nothing
   */
  public static long rate(int threads, BooleanSupplier once) throws InterruptedException {
    LongAdder done = new LongAdder();
    LongAdder failed = new LongAdder();
    AtomicBoolean running = new AtomicBoolean(true);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      pool.execute(() -> {
        while (running.get()) {
          (once.getAsBoolean() ? done : failed).increment();
        }
      });
    }
    TimeUnit.NANOSECONDS.sleep(WARM_UP.toNanos());
    long before = done.sum();
    long start = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(MEASURED.toNanos());
    long rate = (done.sum() - before) * 1_000_000_000L / (System.nanoTime() - start);
    running.set(false);
    pool.shutdown();
    if (!pool.awaitTermination(30, TimeUnit.SECONDS) || failed.sum() > 0) {
      throw new IllegalStateException(failed.sum() + " calls failed");
    }
    return rate;
  }
}
