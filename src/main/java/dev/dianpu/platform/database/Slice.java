package dev.dianpu.platform.database;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One page of a log, newest first.
 *
 * @param rows what it shows
 * @param before the id to ask for the next, older page with; empty when this is the last one
 */
public record Slice<T>(List<T> rows, Optional<Long> before) {

  public Slice {
    rows = List.copyOf(rows);
  }

  /**
   * A page made of what was found.
   *
   * @param found at most {@code size + 1} rows: one more than is shown tells that there is an older page
   */
  public static <T> Slice<T> of(List<T> found, int size, ToLongFunction<T> id) {
    return found.size() <= size ? new Slice<>(found, Optional.empty())
        : new Slice<>(found.subList(0, size), Optional.of(id.applyAsLong(found.get(size - 1))));
  }
}
