package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What throws here is an exception where a channel promised an outcome. */
class GatewayJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "1", "\"x\"", "{", "{\"a\":}", "{'a':1}", "<a/>"})
  void whatIsNoObjectIsEmpty(String text) {
    assertThat(GatewayJson.object(text)).isEmpty();
  }

  @Test
  void whatIsNestedTooDeeplyIsEmpty() {
    assertThat(GatewayJson.object("{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000))).isEmpty();
    assertThat(GatewayJson.object("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")).isEmpty();
  }

  @Test
  void aScalarIsTextWhateverItsType() {
    JsonObject object = GatewayJson.object("{\"a\":\" x \",\"b\":7,\"c\":{},\"d\":null,\"e\":true}").orElseThrow();

    assertThat(GatewayJson.scalar(object, "a")).isEqualTo("x");
    assertThat(GatewayJson.scalar(object, "b")).isEqualTo("7");
    assertThat(GatewayJson.scalar(object, "c")).isEmpty();
    assertThat(GatewayJson.scalar(object, "d")).isEmpty();
    assertThat(GatewayJson.scalar(object, "e")).isEmpty();
    assertThat(GatewayJson.scalar(object, "f")).isEmpty();
    assertThat(GatewayJson.member(object, "c")).isPresent();
    assertThat(GatewayJson.member(object, "a")).isEmpty();
  }
}
