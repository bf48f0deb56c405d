package dev.dianpu.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** A plugin's texts, found by the first part of a key: its id; or the texts that all gateways share. */
final class PluginTexts {

  private PluginTexts() {}

  static Map<String, String> chinese(String key) {
    return read(plugin(key) + ".properties");
  }

  static Map<String, String> english(String key) {
    return read(plugin(key) + "_en.properties");
  }

  private static String plugin(String key) {
    String first = key.substring(0, key.indexOf('.'));
    return first.equals("gateway") ? "../gateway" : first;
  }

  private static Map<String, String> read(String file) {
    try (InputStream in = PluginTexts.class.getResourceAsStream(Path.of("/messages/plugins").resolve(file).normalize().toString())) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toMap(key -> key, properties::getProperty));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
