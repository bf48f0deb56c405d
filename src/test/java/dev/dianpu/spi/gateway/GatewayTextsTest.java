package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.gateway.GatewayReply.Lost;
import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An error without a text leaves the owner with a number and no idea what to do. */
class GatewayTextsTest {

  private static final Messages TEXTS =
      new Messages(List.of("messages/gateway"), GatewayTextsTest.class.getClassLoader());

  private static Stream<String> errors() {
    return Stream.of(
            Arrays.stream(AliyunError.values()).map(AliyunError::label),
            Arrays.stream(NotSent.Reason.values()).map(reason -> "not-sent-" + label(reason)),
            Arrays.stream(Lost.Reason.values()).map(reason -> "answer-" + label(reason)))
        .flatMap(labels -> labels);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyErrorHasCauseAndRemedyInBothLanguages(String label) {
    for (String part : List.of(".cause", ".remedy")) {
      String key = "gateway.error." + label + part;
      String chinese = TEXTS.text(Messages.CHINESE, key);
      String english = TEXTS.text(Locale.ENGLISH, key);
      assertThat(chinese).doesNotContain("??").containsPattern("\\p{IsHan}");
      assertThat(english).doesNotContain("??").doesNotMatch("[\\p{IsHan}\\s]+").isNotEqualTo(chinese);
    }
  }

  @Test
  void anUnknownOutcomeNeverClaimsThatNothingWasSentAndARejectionAlwaysDoes() {
    for (AliyunError error : AliyunError.values()) {
      String chinese = TEXTS.text(Messages.CHINESE, "gateway.error." + error.label() + ".cause");
      String english = TEXTS.text(Locale.ENGLISH, "gateway.error." + error.label() + ".cause");
      if (error.cause().isPresent()) {
        assertThat(chinese).contains("短信没有发出");
        assertThat(english).contains("The SMS was not sent.");
      } else {
        assertThat(chinese).contains("可能已经发出");
        assertThat(english).containsPattern("may have (been )?sent");
      }
    }
  }
}
