package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A failing test here is a login that every gateway refuses, or two SMS that share an id. */
class GatewayDigestsTest {

  /** Computed from the rules of mandao and 2office by another program. */
  @Test
  void digestsAreThoseOfTheGateways() {
    assertThat(GatewayDigests.md5("SDK-SSD-010-00001" + "pass").toUpperCase(Locale.ROOT))
        .isEqualTo("9A503FD5BAD5D6CE1744216D922E20FA");
    assertThat(GatewayDigests.md5("login" + "00112233445566778899aabbccddeeff"))
        .isEqualTo("ef17e14d10ab4330701a981537f45487");
  }

  @Test
  void anAttemptsNumberIsItsOwnAndHasNoZeroInFront() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      numbers.add(GatewayDigests.number("attempt" + i, 18));
    }
    assertThat(numbers).hasSize(100_000).allMatch(number -> number.matches("[1-9][0-9]{17}"));
    assertThat(GatewayDigests.number("a", 18)).isEqualTo(GatewayDigests.number("a", 18));
    assertThat(GatewayDigests.number("a", 1)).matches("[1-9]");
  }
}
