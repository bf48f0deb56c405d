package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class GatewayAmountTest {

  @Test
  void isFoundWhereThePatternSays() {
    assertThat(GatewayAmount.of("(?:0,)?([0-9]+)", "0,88")).contains(BigDecimal.valueOf(88));
    assertThat(GatewayAmount.of("[0-9.]+", "4.50")).contains(new BigDecimal("4.50"));
    assertThat(GatewayAmount.of(".*left=([0-9]+).*", "sn=1,left=7;")).contains(BigDecimal.valueOf(7));
  }

  @Test
  void isEmptyWhereThereIsNone() {
    assertThat(GatewayAmount.of("([0-9]+)", "-1,no")).isEmpty();
    assertThat(GatewayAmount.of("(x)?y", "y")).isEmpty();
    assertThat(GatewayAmount.of("(.*)", "much")).isEmpty();
    assertThat(GatewayAmount.isPattern("(")).isFalse();
    assertThat(GatewayAmount.isPattern("([0-9]+)")).isTrue();
  }
}
