package dev.dianpu.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.registration.CodeAnswer.Reason;
import dev.dianpu.registration.CodeAnswer.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is stopped reads when to come back, in a unit that people use, and never too early. */
class WaitTest {

  private static final Messages MESSAGES =
      new Messages(List.of("messages/registration", "messages/secure", "messages/guard", "messages/limits"),
          WaitTest.class.getClassLoader());

  @ParameterizedTest
  @CsvSource({"1, 1 秒, 1 second", "90, 90 秒, 90 seconds", "91, 2 分钟, 2 minutes", "5400, 90 分钟, 90 minutes",
      "5401, 2 小时, 2 hours", "86400, 24 小时, 24 hours"})
  void aWaitIsWordedInTheUnitThatFits(long seconds, String chinese, String english) {
    assertThat(new Wait(seconds).words(MESSAGES, Messages.CHINESE)).isEqualTo(chinese);
    assertThat(new Wait(seconds).words(MESSAGES, Locale.ENGLISH)).isEqualTo(english);
  }

  static Stream<Reason> limits() {
    return Arrays.stream(Reason.values()).filter(reason -> reason.status() == 429);
  }

  @ParameterizedTest
  @MethodSource("limits")
  void everyRefusalByALimitTellsTheTime(Reason reason) {
    // Mails are sent by the forms that have these words only.
    for (String words : reason == Reason.MAIL_LIMIT ? List.of("code.reason.") : List.of("registration.", "code.reason.")) {
      Refused refused = new Refused(reason, 7200);
      assertThat(refused.words(MESSAGES, Messages.CHINESE, words)).contains("2 小时").doesNotContain("??");
      assertThat(refused.words(MESSAGES, Locale.ENGLISH, words)).contains("2 hours");
    }
  }

  @Test
  void soDoWrongCodes() {
    for (String key : List.of("registration.code-day", "registration.code-address")) {
      assertThat(MESSAGES.text(Messages.CHINESE, key, "2 小时")).contains("2 小时");
      assertThat(MESSAGES.text(Locale.ENGLISH, key, "2 hours")).contains("2 hours");
    }
  }
}
