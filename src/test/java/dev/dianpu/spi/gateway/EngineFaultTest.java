package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class EngineFaultTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/contract/engine-faults.csv", delimiter = '|', numLinesToSkip = 1)
  void everyFaultOfTheDocumentIsKnownByItsWords(String words, String cause, String label) {
    assertThat(EngineFault.in(words)).hasValueSatisfying(fault -> {
      assertThat(fault.cause()).hasToString(cause);
      assertThat(fault.label()).isEqualTo(label);
    });
  }

  @Test
  void theyAreNineAndOtherWordsAreNone() {
    assertThat(EngineFault.values()).hasSize(9);
    assertThat(EngineFault.in("接口请求失败:access_token获取失败")).contains(EngineFault.TOKEN_FAILED);
    assertThat(EngineFault.in("发送成功")).isEmpty();
    assertThat(EngineFault.in("")).isEmpty();
  }
}
