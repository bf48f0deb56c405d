package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.RedisKeys;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.system.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same in Redis; nothing of it is in the database. */
class RedisSendsIT extends SendBudgetsContract {

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final RedisKeys keys = new RedisKeys(TestRedis.address());

  @Override
  TestStores stores(SecretBox box) {
    return TestStores.redis(pool, clock, box);
  }

  @BeforeEach
  void empty() {
    keys.flush();
  }

  @Override
  long reservations() {
    return keys.lives("reservation:").size();
  }

  @Test
  void whatCountsNoMoreGoesByItself() {
    long first = ((Granted) reserve(phone(1), address(1, 1), limits())).id();
    assertThat(keys.lives("sends:")).hasSize(5).allSatisfy((key, life) -> assertThat(life).isBetween(DAY - 60_000, DAY));
    assertThat(keys.lives("reservation:").values()).allSatisfy(life -> assertThat(life).isBetween(DAY - 60_000, DAY));

    clock.forward(Duration.ofHours(20));
    budgets.giveBack(first, GiveBack.VERIFIED);
    assertThat(keys.lives("sends:")).as("the phone's own stays, and ends when it would have").hasSize(1)
        .allSatisfy((key, life) -> assertThat(life).isBetween(DAY / 6 - 60_000, DAY));
    assertThat(keys.lives("reservation:").values()).allSatisfy(life -> assertThat(life).isLessThanOrEqualTo(DAY / 6));
    assertThat(rows("send_budget") + rows("send_reservation")).isZero();
  }
}
