package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "not an address", "ftp://x", "//x", "/path", "https://user:pass@x", "https://x?y=z",
    "https://x#y", "https:///x"})
  void whatIsNoBareWebAddressIsNone(String entered) {
    assertThat(GatewayAddress.wellFormed(entered)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://gateway.example, true", "http://10.0.0.1, true", "http://127.0.0.1.gateway.example, true",
    "http://127.0.0.1:8090, false", "http://localhost:8090, false", "http://[::1]:8090, false",
    "HTTPS://gateway.example, false"
  })
  void whatLeavesThisMachineUnencryptedIsInClear(String address, boolean inClear) {
    assertThat(GatewayAddress.wellFormed(' ' + address)).isTrue();
    assertThat(GatewayAddress.inClear(' ' + address)).isEqualTo(inClear);
  }

  @Test
  void aPathIsPutBehindAnAddress() {
    assertThat(GatewayAddress.of("https://x ", "/a/b")).isEqualTo(URI.create("https://x/a/b"));
    assertThat(GatewayAddress.of("https://x/y/", "/a")).isEqualTo(URI.create("https://x/y/a"));
  }
}
