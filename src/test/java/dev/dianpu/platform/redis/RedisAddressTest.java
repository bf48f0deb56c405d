package dev.dianpu.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong address must be told in one sentence, and never with its password. */
class RedisAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"redis://localhost:6379", "redis://localhost:6379/3", " rediss://u:pa%20ss@h.example:6380/0 ",
      "redis://:secret@[::1]:6379/0"})
  void addressesOfRedis(String address) {
    assertThat(RedisAddress.of(address).getPort()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:6379", "http://localhost:6379", "redis://localhost", "redis://localhost:6379/x",
      "redis:6379", "redis://us er:hush@localhost:6379", "redis://:hush@:6379", "redis://localhost:6379?db=1"})
  void othersAreRefusedInOneSentenceWithoutThePassword(String address) {
    assertThatThrownBy(() -> RedisAddress.of(address)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DIANPU_REDIS_URL").hasMessageNotContaining("hush").hasNoCause();
  }

  /** What Jedis makes of the database in the path. */
  @Test
  void aPathIsANumber() {
    assertThat(RedisAddress.of("redis://h:1/12").getPath()).isEqualTo("/12");
  }
}
