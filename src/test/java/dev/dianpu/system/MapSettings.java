package dev.dianpu.system;

import dev.dianpu.spi.Settings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings that a test names one by one; one that it did not name is an error. */
public final class MapSettings implements Settings {

  private final Map<String, String> values = new ConcurrentHashMap<>();

  /** With these values. */
  public MapSettings(Map<String, String> values) {
    this.values.putAll(values);
  }

  /** Saves a value; live at once. */
  public void save(String key, Object value) {
    values.put(key, value.toString());
  }

  @Override
  public String text(String key) {
    if (!values.containsKey(key)) {
      throw new IllegalArgumentException("no setting " + key);
    }
    return values.get(key);
  }

  @Override
  public boolean on(String key) {
    return Boolean.parseBoolean(text(key));
  }

  @Override
  public long number(String key) {
    return Long.parseLong(text(key));
  }

  @Override
  public String secret(String key) {
    return text(key);
  }
}
