package dev.dianpu.plugins.ihuyi;

import dev.dianpu.plugins.PluginTextsCheck;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IhuyiTextsTest {

  private final PluginTextsCheck texts = new PluginTextsCheck(new IhuyiPlugin());

  private static Stream<String> errors() {
    return Stream.concat(Arrays.stream(IhuyiError.values()).map(IhuyiError::label),
        Stream.of("code-unknown", "answer-contradictory", "variable-separator", "content-length", "balance-unreadable",
            "template-id-missing", "query-unsupported"));
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
