package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.spi.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tickets in the database. */
class SendTicketsIT extends SendTicketsContract {

  @Override
  TestStores stores(SecretBox box) {
    return TestStores.database(pool, clock);
  }

  @Test
  void expiredTicketsAreDeletedInBatches() {
    tickets.issue(session, PHONE, Purpose.REGISTER);
    tickets.issue(session, PHONE, Purpose.LOGIN);
    SendTicketRepository rows = new SendTicketRepository(pool);
    clock.forward(Duration.ofHours(1));
    assertThat(rows.deleteExpired(clock.instant(), 1)).isEqualTo(1);
    assertThat(rows.deleteExpired(clock.instant(), 500)).isPositive();
    assertThat(rows.deleteExpired(clock.instant(), 500)).isZero();
  }
}
