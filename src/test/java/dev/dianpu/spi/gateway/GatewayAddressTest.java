package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"http://sdk.entinfo.cn:8061", " https://x/y ", "HTTP://[::1]:80/"})
  void whatCanBeCalledIsWellFormed(String address) {
    assertThat(GatewayAddress.wellFormed(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "ftp://x", "http://", "http://a b", "http://x?y", "http://x#y", "http://me@x"})
  void whatCannotIsNot(String address) {
    assertThat(GatewayAddress.wellFormed(address)).isFalse();
  }

  @Test
  void aPathIsPutBehindWithOneSlash() {
    assertThat(GatewayAddress.of(" http://x:1/ ", "/a/b ")).hasToString("http://x:1/a/b");
    assertThat(GatewayAddress.of("http://x/root//", "/a/")).hasToString("http://x/root/a/");
  }
}
