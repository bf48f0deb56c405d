package dev.dianpu.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A plugin's texts in both languages: a key without a text leaves the owner with a code and no idea what to do. */
public final class PluginTextsCheck {

  private final Plugin plugin;
  private final Messages texts;

  /** For the bundles of one plugin. */
  public PluginTextsCheck(Plugin plugin) {
    this.plugin = plugin;
    this.texts = new Messages(List.of("messages/plugins/" + plugin.id()), getClass().getClassLoader());
  }

  /** Cause and remedy of an error. */
  public void error(String label) {
    for (String part : List.of(".cause", ".remedy")) {
      sentence(plugin.id() + ".error." + label + part);
    }
  }

  /** One text, in Chinese and in English. */
  public void sentence(String key) {
    String chinese = texts.text(Messages.CHINESE, key);
    String english = texts.text(Locale.ENGLISH, key);
    assertThat(chinese).doesNotContain("??").containsPattern("\\p{IsHan}");
    assertThat(english).doesNotContain("??").containsPattern("[a-z]{3}").isNotEqualTo(chinese);
  }

  /** Labels of the plugin, of its groups, their links, fields, choices and patterns. */
  public void labels() {
    Stream<String> keys = Stream.concat(
        Stream.of("plugin." + plugin.id() + ".title", "plugin." + plugin.id() + ".description"),
        plugin.settings().stream().flatMap(PluginTextsCheck::group));

    assertThat(keys).allSatisfy(key -> {
      assertThat(texts.text(Messages.CHINESE, key)).doesNotContain("??");
      assertThat(texts.text(Locale.ENGLISH, key)).as(key).isNotBlank();
    });
  }

  private static Stream<String> group(SettingGroup group) {
    String title = "setting-group." + group.id();
    return Stream.concat(
        Stream.concat(Stream.of(title), group.links().stream().map(link -> title + ".link." + link.name())),
        group.fields().stream().flatMap(PluginTextsCheck::field));
  }

  private static Stream<String> field(SettingField field) {
    String label = "setting." + field.key();
    Stream<String> pattern = field.pattern().isEmpty() ? Stream.of() : Stream.of(label + ".pattern");
    return Stream.concat(Stream.concat(Stream.of(label), pattern),
        field.choices().stream().map(choice -> label + "." + choice));
  }
}
