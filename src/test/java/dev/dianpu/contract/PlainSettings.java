package dev.dianpu.contract;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.Settings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The settings that a plugin describes, in memory: defaults, and what a test saves. */
final class PlainSettings implements Settings {

  private final Map<String, SettingGroup> groups = new ConcurrentHashMap<>();
  private final Map<String, SettingField> fields = new ConcurrentHashMap<>();
  private final Map<String, String> saved = new ConcurrentHashMap<>();

  PlainSettings(Plugin plugin) {
    for (SettingGroup group : plugin.settings()) {
      groups.put(group.id(), group);
      group.fields().forEach(field -> fields.put(field.key(), field));
    }
  }

  /** Saves one value; live at once. */
  PlainSettings save(String key, Object value) {
    described(key);
    saved.put(key, value.toString());
    return this;
  }

  SettingGroup group(String id) {
    return groups.get(id);
  }

  private SettingField described(String key) {
    SettingField field = fields.get(key);
    if (field == null) {
      throw new IllegalArgumentException("no settings group describes " + key);
    }
    return field;
  }

  @Override
  public String text(String key) {
    return saved.getOrDefault(key, described(key).defaultValue());
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
