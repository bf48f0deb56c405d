package dev.dianpu.system;

import dev.dianpu.spi.Settings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings that a test names one by one; one that it did not name is an error. */
public final class MapSettings implements Settings {

  private final Map<String, String> values;

  private MapSettings(Map<String, String> values) {
    this.values = values;
  }

  /** With these values, to begin with. */
  public static MapSettings of(Map<String, String> values) {
    return new MapSettings(new ConcurrentHashMap<>(values));
  }

  /** With what this map holds at each call. */
  public static MapSettings over(Map<String, String> live) {
    return new MapSettings(live);
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
