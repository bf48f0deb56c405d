package dev.dianpu.limit;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The sends of one subject that still count, as a list of times: a rolling window done exactly, for counters per hour
 * would let twice the limit through around the turn of the hour. All times in milliseconds since 1970.
 *
 * <p>So that a busy shop's list stays small, sends share an entry once there are {@value #EXACT} entries and they fall
 * into the same 256th of the window (14 seconds of an hour). An entry bears the time of its newest send, so that a
 * shared one counts a little too long, never too short: nothing passes that should not.
 */
final class Sends {

  /** So many entries are kept apart. */
  static final int EXACT = 256;

  private static final int ENTRY_BYTES = Long.BYTES + Integer.BYTES;

  private long[] times;
  private int[] counts;
  private int size;

  private Sends(int capacity) {
    times = new long[capacity];
    counts = new int[capacity];
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

  /** How many sends there were after {@code since}. */
  int after(long since) {
    int sum = 0;
    for (int i = size - 1; i >= 0 && times[i] > since; i--) {
      sum += counts[i];
    }
    return sum;
  }

  /** When the last send was; {@link Long#MIN_VALUE} if there was none. */
  long last() {
    return size == 0 ? Long.MIN_VALUE : times[size - 1];
  }

  /** How long until fewer than {@code limit} of the last {@code window} count: 0 if so now; the window if never. */
  long wait(long now, long window, int limit) {
    int surplus = after(now - window) - limit + 1;
    for (int i = firstAfter(now - window); i < size && surplus > 0; i++) {
      surplus -= counts[i];
      if (surplus <= 0) {
        return times[i] + window - now;
      }
    }
    return surplus > 0 ? window : 0;
  }

  /** Notes a send, and forgets what counts no more; the newest is kept for the budget's memory. */
  void add(long at, Budget budget) {
    forget(at, budget);
    int place = firstAfter(at - 1);
    long share = budget.window() / EXACT;
    if (place < size && (times[place] == at || size >= EXACT)) {
      counts[place]++;
    } else if (size >= EXACT && times[size - 1] / share == at / share) {
      times[size - 1] = at;
      counts[size - 1]++;
    } else {
      insert(place, at);
    }
  }

  /** Takes the send noted at this time out again, as far as it still counts. */
  void remove(long at, long now, Budget budget) {
    int place = firstAfter(at - 1);
    // Once it counts no more its entry may be gone, and the next one is another's.
    if (at > now - budget.window() && place < size && --counts[place] == 0) {
      cut(place, place + 1);
    }
  }

  private void forget(long now, Budget budget) {
    int live = firstAfter(now - budget.window());
    boolean remembered = live > 0 && times[live - 1] > now - budget.memory();
    cut(0, remembered ? live - 1 : live);
  }

  private int firstAfter(long since) {
    int i = 0;
    while (i < size && times[i] <= since) {
      i++;
    }
    return i;
  }

  private void insert(int place, long at) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size + 1);
      counts = Arrays.copyOf(counts, size + 1);
    }
    System.arraycopy(times, place, times, place + 1, size - place);
    System.arraycopy(counts, place, counts, place + 1, size - place);
    times[place] = at;
    counts[place] = 1;
    size++;
  }

  private void cut(int from, int to) {
    System.arraycopy(times, to, times, from, size - to);
    System.arraycopy(counts, to, counts, from, size - to);
    size -= to - from;
  }
}
