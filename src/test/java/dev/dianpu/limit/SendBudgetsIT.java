package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Sends counted in the database. */
class SendBudgetsIT extends SendBudgetsContract {

  @Override
  TestStores stores(SecretBox box) {
    return TestStores.database(pool, clock);
  }

  @Override
  long reservations() {
    return rows("send_reservation");
  }

  @Override
  void clean() {
    new PastSends(pool).deleteExpired(clock.instant(), 10);
  }

  @Test
  void whatCountsNoMoreIsDeleted() {
    for (int i = 0; i < 10; i++) {
      reserve(phone(i), address(i, 1), limits());
    }
    PastSends past = new PastSends(pool);
    assertThat(past.deleteExpired(clock.instant(), 500)).isZero();
    clock.forward(Duration.ofHours(24).plusMillis(1));
    assertThat(past.deleteExpired(clock.instant(), 8)).as("a batch").isEqualTo(8);
    while (past.deleteExpired(clock.instant(), 8) == 8) {
      assertThat(rows("send_budget")).isPositive();
    }
    assertThat(rows("send_budget")).isZero();
    assertThat(rows("send_reservation")).isZero();
  }
}
