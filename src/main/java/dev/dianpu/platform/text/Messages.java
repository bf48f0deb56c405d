package dev.dianpu.platform.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Every text that a person reads, in Chinese and in English: the bundles {@code messages/<name>.properties} and
 * {@code messages/<name>_en.properties} (UTF-8) of all rooms and plugins, merged into one set of keys.
 */
public final class Messages {

  /** The shop's language unless a visitor chose another. */
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  private static final Pattern ACCOUNT = Pattern.compile("\\.[0-9]+(?=\\.|$)");

  private final Map<String, String> chinese = new HashMap<>();
  private final Map<String, String> english = new HashMap<>();

  /**
   * Reads bundles.
   *
   * @param names such as {@code messages/shop} or {@code messages/plugins/chanyoo}
   * @param loader that finds them
   * @throws IllegalStateException when two bundles have the same key, or one is missing
   */
  public Messages(Collection<String> names, ClassLoader loader) {
    for (String name : names) {
      read(name + ".properties", loader, chinese);
      read(name + "_en.properties", loader, english);
    }
  }

  private static void read(String file, ClassLoader loader, Map<String, String> into) {
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(file), file)) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      properties.stringPropertyNames().forEach(key -> {
        if (into.put(key, properties.getProperty(key)) != null) {
          throw new IllegalStateException("The text " + key + " of " + file + " stands in another bundle, too.");
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a text of this key. */
  public boolean has(String key) {
    return chinese.containsKey(known(key));
  }

  /**
   * The key under which the text stands. A number in a key, as in {@code setting.cloopen.2.app-id}, names a further account
   * of the shop with a gateway; the texts do not tell accounts apart.
   */
  private String known(String key) {
    return chinese.containsKey(key) ? key : ACCOUNT.matcher(key).replaceFirst("");
  }

  /** The text with its places {0}, {1}, … filled in; the key itself, in question marks, if there is none. */
  public String text(Locale locale, String key, Object... arguments) {
    String known = known(key);
    String pattern = locale.getLanguage().equals("en") ? english.get(known) : null;
    if (pattern == null) {
      pattern = chinese.get(known);
    }
    if (pattern == null) {
      return "??" + key + "??";
    }
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }
}
