package dev.dianpu.platform.database;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What was read from the database, in memory until it is forgotten. A reading that began before it was forgotten is not
 * kept beyond that, however late it ends: it may have missed the very change.
 */
public final class Kept<T> {

  private record Reading<T>(long began, T value) {}

  private final AtomicLong changes = new AtomicLong();
  private final AtomicReference<Reading<T>> last = new AtomicReference<>();

  /** What is kept, or else what is read now. */
  public T get(Supplier<T> read) {
    Reading<T> known = last.get();
    long now = changes.get();
    if (known != null && known.began() == now) {
      return known.value();
    }
    T value = read.get();
    last.set(new Reading<>(now, value));
    return value;
  }

  /** Has it read again by whoever asks next. */
  public void forget() {
    changes.incrementAndGet();
  }
}
