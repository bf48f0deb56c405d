package dev.dianpu.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** A plugin's texts, found by the first part of a key: its id. */
final class PluginTexts {

  private PluginTexts() {}

  static Map<String, String> chinese(String key) {
    return read(plugin(key) + ".properties");
  }

  static Map<String, String> english(String key) {
    return read(plugin(key) + "_en.properties");
  }

  private static String plugin(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static Map<String, String> read(String file) {
    try (InputStream in = PluginTexts.class.getResourceAsStream("/messages/plugins/" + file)) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toMap(key -> key, properties::getProperty));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
