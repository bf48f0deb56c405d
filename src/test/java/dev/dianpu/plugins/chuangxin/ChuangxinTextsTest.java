package dev.dianpu.plugins.chuangxin;

import dev.dianpu.plugins.PluginTextsCheck;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChuangxinTextsTest {

  private final PluginTextsCheck texts = new PluginTextsCheck(new ChuangxinPlugin());

  private static Stream<String> errors() {
    return Stream.concat(Arrays.stream(ChuangxinError.values()).map(ChuangxinError::label),
        Stream.of("code-unknown", "answer-contradictory", "signature-brackets"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyErrorHasCauseAndRemedyInBothLanguages(String label) {
    texts.error(label);
  }

  @Test
  void everythingOnThePageHasItsLabel() {
    texts.labels();
  }
}
