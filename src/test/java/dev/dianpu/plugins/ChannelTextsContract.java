package dev.dianpu.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An error without a text leaves the owner with a number and no idea what to do, a field without one with a key. */
public abstract class ChannelTextsContract {

  private final Plugin plugin;
  private final Messages texts;

  protected ChannelTextsContract(Plugin plugin) {
    this.plugin = plugin;
    this.texts = new Messages(List.of("messages/plugins/" + plugin.id()), getClass().getClassLoader());
  }

  /** Last parts of the keys of everything that this channel explains by itself. */
  protected abstract Stream<String> labels();

  @Test
  final void everyErrorHasCauseAndRemedyInBothLanguages() {
    assertThat(labels().flatMap(label -> Stream.of(label + ".cause", label + ".remedy")))
        .isNotEmpty()
        .allSatisfy(part -> {
          String key = plugin.id() + ".error." + part;
          assertThat(texts.has(key)).as(key).isTrue();
          String chinese = texts.text(Messages.CHINESE, key);
          String english = texts.text(Locale.ENGLISH, key);
          assertThat(chinese).containsPattern("\\p{IsHan}");
          assertThat(english).doesNotContain("??").doesNotMatch("[\\p{IsHan}\\s]+").isNotEqualTo(chinese);
        });
  }

  @Test
  final void everyFieldLinkAndChoiceOfTheSettingsHasItsLabel() {
    SettingGroup group = plugin.settings().get(0);
    String id = plugin.id();
    Stream<String> keys = Stream.of(
            Stream.of("plugin." + id + ".title", "plugin." + id + ".description", "setting-group." + id,
                "setting-group." + id + ".help"),
            group.links().stream().map(link -> "setting-group." + id + ".link." + link.name()),
            group.fields().stream().map(field -> "setting." + field.key()),
            group.fields().stream().filter(field -> !field.pattern().isEmpty())
                .map(field -> "setting." + field.key() + ".pattern"),
            group.fields().stream().flatMap(ChannelTextsContract::choices))
        .flatMap(some -> some);

    assertThat(keys).allSatisfy(key -> {
      assertThat(texts.has(key)).as(key).isTrue();
      assertThat(texts.text(Locale.ENGLISH, key)).as(key).isNotBlank().doesNotContain("??");
    });
  }

  private static Stream<String> choices(SettingField field) {
    return field.choices().stream().map(choice -> "setting." + field.key() + "." + choice);
  }
}
