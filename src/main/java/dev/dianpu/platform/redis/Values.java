package dev.dianpu.platform.redis;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was read from Redis, and what is to be written if none of it has changed by then. */
public final class Values {

  private final Map<String, byte[]> read;
  private final Map<String, Written> written = new LinkedHashMap<>();

  Values(Map<String, byte[]> read) {
    this.read = read;
  }

  /**
   * A value to be written.
   *
   * @param value empty to have the key removed
   * @param life how long it is kept
   */
  record Written(byte[] value, Duration life) {}

  /** The value of a key that was read; empty if there is none. */
  public Optional<byte[]> get(String key) {
    if (!read.containsKey(key)) {
      throw new IllegalArgumentException("not read: " + key);
    }
    return Optional.ofNullable(read.get(key));
  }

  /**
   * Writes a value, and with it everything else that is written, or nothing.
   *
   * @param life how long it is kept; not above zero: it is removed
   */
  public void set(String key, byte[] value, Duration life) {
    boolean over = life.toMillis() <= 0;
    written.put(key, new Written(over ? new byte[0] : value, over ? Duration.ofMillis(1) : life));
  }

  /** Removes a value. */
  public void remove(String key) {
    set(key, new byte[0], Duration.ZERO);
  }

  Map<String, Written> written() {
    return written;
  }
}
