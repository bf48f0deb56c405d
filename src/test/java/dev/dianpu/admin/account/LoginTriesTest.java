package dev.dianpu.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The wait grows, and never becomes a lock-out. */
class LoginTriesTest {

  @Test
  void threeWrongTriesMakeNobodyWait() {
    assertThat(IntStream.rangeClosed(0, 3).mapToObj(LoginTries::waitAfter)).containsOnly(Duration.ZERO);
  }

  @Test
  void eachFurtherOneDoublesTheWait() {
    assertThat(IntStream.rangeClosed(4, 7).mapToObj(LoginTries::waitAfter).map(Duration::toSeconds))
        .containsExactly(5L, 10L, 20L, 40L);
  }

  @Test
  void noWaitIsLongerThanAQuarterOfAnHour() {
    assertThat(IntStream.of(12, 40, 1000, Integer.MAX_VALUE).mapToObj(LoginTries::waitAfter))
        .containsOnly(Duration.ofMinutes(15));
  }
}
