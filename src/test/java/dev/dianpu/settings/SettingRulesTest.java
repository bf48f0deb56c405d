package dev.dianpu.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRulesTest {

  private static String refusal(SettingField field, String value) {
    return SettingRules.problem(field, value).map(SettingProblem::message).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "not-a-url", "ftp://x", "http://a b", "https://u:p@x", "http://x:65536", "http://x:99999",
      "http://x/../y", "https://x/a/..", "https://x/%2e%2e/y", "https://x/./y"})
  void whatIsNoAddressIsRefused(String value) {
    assertThat(refusal(SettingField.url("a.address", "").mandatory(), value)).isEqualTo("settings.problem.url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://gateway.example", "http://localhost:8090/a..b/c", "http://x:65535"})
  void anAddressIsFine(String value) {
    assertThat(SettingRules.problem(SettingField.url("a.address", ""), value)).isEmpty();
  }

  @Test
  void wrongSwitchesAndChoicesAreRefused() {
    assertThat(refusal(SettingField.onOff("a.on", true), "maybe")).isEqualTo("settings.problem.switch");
    assertThat(refusal(SettingField.onOff("a.on", true), "")).isEqualTo("settings.problem.switch");
    assertThat(refusal(SettingField.choice("a.way", "x", List.of("x", "y")), "z")).isEqualTo("settings.problem.choice");
    assertThat(refusal(SettingField.choice("a.way", "x", List.of("x", "y")), "")).isEqualTo("settings.problem.choice");
  }

  /** Blank it would be no number to whoever reads it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0", "11", "1.5", "99999999999999999999", "１"})
  void wrongNumbersAreRefused(String value) {
    assertThat(refusal(SettingField.number("a.n", 5, 1, 10, ""), value)).isEqualTo("settings.problem.number");
  }

  @Test
  void aBlankIsRefusedWhereSomethingMustStand() {
    assertThat(refusal(SettingField.text("a.t", "x").mandatory(), "")).isEqualTo("settings.problem.required");
    assertThat(refusal(SettingField.url("a.u", "x").mandatory(), " ")).isEqualTo("settings.problem.required");
    assertThat(SettingRules.problem(SettingField.text("a.t", "x").matching("y"), "")).isEqualTo(Optional.empty());
  }

  @Test
  void anSmsTextKnowsItsVariablesAndHasNoSignature() {
    SettingField text = SettingField.smsText("a.sms", "x", "code");
    assertThat(refusal(text, "{$code} {$other}")).isEqualTo("settings.problem.variable");
    assertThat(refusal(text, "【店铺】{$code}")).isEqualTo("settings.problem.brackets");
    assertThat(refusal(text, "{$code}\n】")).isEqualTo("settings.problem.brackets");
    assertThat(refusal(text, "{$code}[x]")).isEmpty();
  }

  @Test
  void aSignatureHasLettersDigitsAndAFewSigns() {
    SettingField signature = SettingField.text("a.signature", "").length(2, 16).matching(SettingField.SIGNATURE);
    assertThat(List.of("好店", "My Shop 2", "甲·乙(丙)", "A_b-c+d")).allMatch(fine -> refusal(signature, fine).isEmpty());
    assertThat(List.of("a<b", "a>b", "a&b", "a\"b", "a'b", "【店】", "[店]", "好店！", "a\u0000b", "a\nb"))
        .allMatch(wrong -> refusal(signature, wrong).equals("setting.a.signature.pattern"));
  }
}
