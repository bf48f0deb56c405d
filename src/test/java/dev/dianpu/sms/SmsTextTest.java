package dev.dianpu.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the owner reads beside a text decides what he pays: length and parts must be those of the gateways. */
class SmsTextTest {

  @Test
  void variablesAreFilledIn() {
    assertThat(SmsText.fill("验证码{$verify_code}，{$minutes}分钟内有效", Map.of("verify_code", "012345", "minutes", "5")))
        .isEqualTo("验证码012345，5分钟内有效");
  }

  /** A shop may be called "$1 {$minutes}"; its name is a value and no pattern. */
  @Test
  void valuesAreTakenLiterally() {
    assertThat(SmsText.fill("{$shop_name}", Map.of("shop_name", "$1\\ {$minutes}"))).isEqualTo("$1\\ {$minutes}");
  }

  /** A person must never read the name of a variable. */
  @Test
  void aVariableWithoutAValueIsRefusedByItsName() {
    assertThatThrownBy(() -> SmsText.fill("{$minutes}", Map.of()))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("{$minutes}");
  }

  @Test
  void theFilingFormHidesTheNamesOfVariables() {
    assertThat(SmsText.filing("验证码{$verify_code}，{$minutes}分钟内有效")).isEqualTo("验证码{变量}，{变量}分钟内有效");
  }

  @Test
  void theSignatureCountsWithItsBrackets() {
    assertThat(new SmsText("验证码", "店铺").length()).isEqualTo(7);
    assertThat(new SmsText("验证码", "").length()).isEqualTo(3);
  }

  @Test
  void anEmojiCountsTwoAsOnTheWire() {
    assertThat(new SmsText("😀", "").length()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3", "201,3", "202,4", "500,8"})
  void partsFollowTheRuleOf70And67(int length, int parts) {
    assertThat(new SmsText("字".repeat(length), "").parts()).isEqualTo(parts);
    if (length > 4) {
      assertThat(new SmsText("字".repeat(length - 4), "店铺").parts()).isEqualTo(parts);
    }
  }
}
