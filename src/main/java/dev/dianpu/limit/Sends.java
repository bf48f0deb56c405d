package dev.dianpu.limit;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The sends of one subject that still count, as a list of times: a rolling window done exactly, for counters per hour
 * would let twice the limit through around the turn of the hour. All times in milliseconds since 1970. What is counted
 * is sends, or their price.
 *
 * <p>So that a busy shop's list stays small, sends share an entry once there are {@link Span#exact} entries and they fall
 * into the same share of the span (56 seconds of an hour). An entry bears the time of its newest send, so that a shared
 * one counts a little too long, never too short: nothing passes that should not.
 */
final class Sends {

  private static final int ENTRY_BYTES = Long.BYTES + Integer.BYTES;

  private long[] times;
  private int[] counts;
  private int size;

  private Sends(int capacity) {
    times = new long[capacity];
    counts = new int[capacity];
  }

  /** What nothing was noted in. */
  static Sends none() {
    return new Sends(1);
  }

  /** Reads what {@link #bytes} wrote. */
  static Sends of(byte[] bytes) {
    Sends sends = new Sends(bytes.length / ENTRY_BYTES + 1);
    for (ByteBuffer in = ByteBuffer.wrap(bytes); in.hasRemaining(); sends.size++) {
      sends.times[sends.size] = in.getLong();
      sends.counts[sends.size] = in.getInt();
    }
    return sends;
  }

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(size * ENTRY_BYTES);
    for (int i = 0; i < size; i++) {
      out.putLong(times[i]).putInt(counts[i]);
    }
    return out.array();
  }

  /** How much there was after {@code since}. */
  long after(long since) {
    long sum = 0;
    for (int i = size - 1; i >= 0 && times[i] > since; i--) {
      sum += counts[i];
    }
    return sum;
  }

  /** When the last send was; {@link Long#MIN_VALUE} if there was none. */
  long last() {
    return size == 0 ? Long.MIN_VALUE : times[size - 1];
  }

  /** How long until one more fits below {@code limit} in a {@code window}: 0 if it does now; the window if never. */
  long wait(long now, long window, long limit) {
    return wait(now, window, limit, 1);
  }

  /** The same for {@code amount} more. */
  long wait(long now, long window, long limit, long amount) {
    // Subtracted, not added: a limit that is none is the largest number there is.
    long surplus = after(now - window) - (limit - amount);
    for (int i = firstAfter(now - window); i < size && surplus > 0; i++) {
      surplus -= counts[i];
      if (surplus <= 0) {
        return times[i] + window - now;
      }
    }
    return surplus > 0 ? window : 0;
  }

  /** Notes a send, and forgets what counts no more. */
  void add(long at, long amount, Span span) {
    cut(0, firstAfter(at - span.millis()));
    if (amount == 0) {
      return;
    }
    int place = firstAfter(at - 1);
    boolean full = size >= span.exact();
    if (place < size && (times[place] == at || full)) {
      counts[place] = sum(counts[place], amount);
    } else if (full && span.share(times[size - 1]) == span.share(at)) {
      times[size - 1] = at;
      counts[size - 1] = sum(counts[size - 1], amount);
    } else {
      insert(place, at, sum(0, amount));
    }
  }

  private static int sum(int count, long amount) {
    return (int) Math.min(Integer.MAX_VALUE, count + amount);
  }

  /** Takes what was noted at this time out again, as far as it still counts. */
  void remove(long at, long amount, long now, Span span) {
    int place = firstAfter(at - 1);
    // Once it counts no more its entry may be gone, and the next one is another's.
    if (at > now - span.millis() && place < size && amount > 0) {
      counts[place] = (int) Math.max(0, counts[place] - amount);
      if (counts[place] == 0) {
        cut(place, place + 1);
      }
    }
  }

  private int firstAfter(long since) {
    int i = 0;
    while (i < size && times[i] <= since) {
      i++;
    }
    return i;
  }

  private void insert(int place, long at, int count) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size + 1);
      counts = Arrays.copyOf(counts, size + 1);
    }
    System.arraycopy(times, place, times, place + 1, size - place);
    System.arraycopy(counts, place, counts, place + 1, size - place);
    times[place] = at;
    counts[place] = count;
    size++;
  }

  private void cut(int from, int to) {
    System.arraycopy(times, to, times, from, size - to);
    System.arraycopy(counts, to, counts, from, size - to);
    size -= to - from;
  }
}
