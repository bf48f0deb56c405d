package dev.dianpu.plugins.cloopen;

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
class CloopenTextsTest {

  private static final Messages TEXTS =
      new Messages(List.of("messages/plugins/cloopen"), CloopenTextsTest.class.getClassLoader());

  private static Stream<String> errors() {
    return Stream.concat(
        Arrays.stream(CloopenStatus.values()).map(CloopenStatus::label),
        Stream.of("other", "answer-contradictory", "balance-missing", "delete-by-hand"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyErrorHasCauseAndRemedyInBothLanguages(String label) {
    for (String part : List.of(".cause", ".remedy")) {
      String key = "cloopen.error." + label + part;
      String chinese = TEXTS.text(Messages.CHINESE, key);
      String english = TEXTS.text(Locale.ENGLISH, key);
      assertThat(chinese).doesNotContain("??").containsPattern("\\p{IsHan}");
      assertThat(english).doesNotContain("??").doesNotMatch("[\\p{IsHan}\\s]+").isNotEqualTo(chinese);
    }
  }

  @Test
  void everyFieldLinkAndChoiceOfTheSettingsHasItsLabel() {
    SettingGroup group = new CloopenPlugin().settings().get(0);
    Stream<String> keys = Stream.of(
            Stream.of("plugin.cloopen.title", "plugin.cloopen.description", "setting-group.cloopen",
                "setting-group.cloopen.help"),
            group.links().stream().map(link -> "setting-group.cloopen.link." + link.name()),
            group.fields().stream().map(field -> "setting." + field.key()),
            group.fields().stream().filter(field -> !field.pattern().isEmpty())
                .map(field -> "setting." + field.key() + ".pattern"),
            group.fields().stream().flatMap(CloopenTextsTest::choices))
        .flatMap(some -> some);

    assertThat(keys).allSatisfy(key -> {
      assertThat(TEXTS.has(key)).as(key).isTrue();
      assertThat(TEXTS.text(Locale.ENGLISH, key)).as(key).isNotBlank();
    });
  }

  private static Stream<String> choices(SettingField field) {
    return field.choices().stream().map(choice -> "setting." + field.key() + "." + choice);
  }

  @Test
  void thePageTellsWhatAnAccountThatHasNotPaidMaySend() {
    String help = "setting-group.cloopen.help";
    assertThat(TEXTS.text(Messages.CHINESE, help)).contains("未付费", "1 号测试模板", "测试号码", "113302");
    assertThat(TEXTS.text(Locale.ENGLISH, help)).contains("not paid", "test template 1", "test numbers", "113302");
    assertThat(TEXTS.text(Messages.CHINESE, "setting.cloopen.address.help")).contains("sandboxapp.cloopen.com");
  }
}
