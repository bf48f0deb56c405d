package dev.dianpu.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever guesses the owner's password has the shop. */
class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery staple", "x7#Lmq2!vT9s", "今天的月亮又大又圆又亮晶晶", "boss likes green tea"})
  void aLongPasswordOfOnesOwnIsFine(String password) {
    assertThat(PasswordRules.broken("boss", password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "short-one-1, short",
    "aaaaaaaaaaaaaaaa, common",
    "abcabcabcabc, common",
    "123456789012, common",
    "987654321098, common",
    "qwertyuiopas, common",
    "1qaz2wsx3edc, common",
    "Password1234, common",
    "P@ssw0rd!2024, common",
    "administrator!, common",
    "woaini1314520, common",
    "xiaodian2024!!, name",
    "naidoaix202400, name",
    "xiaodianxiaodian, name"
  })
  void aPasswordThatIsTriedFirstIsRefused(String password, String rule) {
    assertThat(PasswordRules.broken("xiaodian", password)).contains(rule);
  }

  /** Past the limit the hasher would cut it, and two passwords would be one. */
  @Test
  void aPasswordOfMoreThanTheHashedLengthIsRefused() {
    String fine = "0aB!".repeat(31) + "end!";
    assertThat(PasswordRules.broken("boss", fine)).isEmpty();
    assertThat(PasswordRules.broken("boss", fine + "x")).contains("long");
  }
}
