package dev.dianpu.plugins.chanyoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An error without a text leaves the owner with a number and no idea what to do. */
class ChanyooTextsTest {

  private static final Messages TEXTS =
      new Messages(List.of("messages/plugins/chanyoo"), ChanyooTextsTest.class.getClassLoader());

  private static Stream<String> errors() {
    return Arrays.stream(ChanyooError.values()).map(error -> "result-" + error.label());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyErrorHasCauseAndRemedyInBothLanguages(String label) {
    for (String part : List.of(".cause", ".remedy")) {
      String key = "chanyoo.error." + label + part;
      String chinese = TEXTS.text(Messages.CHINESE, key);
      String english = TEXTS.text(Locale.ENGLISH, key);
      assertThat(chinese).doesNotContain("??").containsPattern("\\p{IsHan}");
      assertThat(english).doesNotContain("??").doesNotMatch("[\\p{IsHan}\\s]+").isNotEqualTo(chinese);
    }
  }

  @Test
  void everyFieldLinkAndChoiceOfTheSettingsHasItsLabel() {
    SettingGroup group = new ChanyooPlugin().settings().get(0);
    Stream<String> keys = Stream.of(
            Stream.of("plugin.chanyoo.title", "plugin.chanyoo.description", "setting-group.chanyoo"),
            group.links().stream().map(link -> "setting-group.chanyoo.link." + link.name()),
            group.fields().stream().map(field -> "setting." + field.key()),
            group.fields().stream().filter(field -> !field.pattern().isEmpty())
                .map(field -> "setting." + field.key() + ".pattern"),
            group.fields().stream().flatMap(ChanyooTextsTest::choices))
        .flatMap(some -> some);

    assertThat(keys).allSatisfy(key -> {
      assertThat(TEXTS.has(key)).as(key).isTrue();
      assertThat(TEXTS.text(Locale.ENGLISH, key)).as(key).isNotBlank();
    });
  }

  private static Stream<String> choices(SettingField field) {
    return field.choices().stream().map(choice -> "setting." + field.key() + "." + choice);
  }
}
