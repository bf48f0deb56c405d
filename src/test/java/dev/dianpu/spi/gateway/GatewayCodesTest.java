package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.SendOutcome.Cause;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayCodesTest {

  private static final Messages TEXTS =
      new Messages(List.of("messages/gateway"), GatewayCodesTest.class.getClassLoader());

  @Test
  void theOwnersTableNamesTheCauseOfACode() {
    GatewayCodes codes = GatewayCodes.parse("-3 = quota\n\n 1001=same-content \r\na=b=NUMBER").orElseThrow();

    assertThat(codes.of("-3")).contains(Cause.QUOTA);
    assertThat(codes.of("1001")).contains(Cause.SAME_CONTENT);
    assertThat(codes.of("a=b")).contains(Cause.NUMBER);
    assertThat(codes.of("4")).isEmpty();
    assertThat(GatewayCodes.parse("")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quota", "1=", "=quota", "1=nonsense", "1=quota\n2"})
  void aLineThatIsNoneIsRefused(String lines) {
    assertThat(GatewayCodes.parse(lines)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyCauseIsExplainedInBothLanguages(Cause cause) {
    for (String part : List.of(".cause", ".remedy")) {
      String key = GatewayCodes.explanation(cause) + part;
      assertThat(TEXTS.has(key)).as(key).isTrue();
      assertThat(TEXTS.text(Messages.CHINESE, key)).containsPattern("\\p{IsHan}");
      assertThat(TEXTS.text(Locale.ENGLISH, key)).doesNotMatch("(?s).*\\p{IsHan}.*");
    }
  }
}
