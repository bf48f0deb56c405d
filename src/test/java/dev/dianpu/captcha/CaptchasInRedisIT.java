package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.redis.RedisKeys;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.spi.Purpose;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tickets and answered captchas in Redis. */
class CaptchasInRedisIT extends SendTicketsContract {

  private final RedisKeys keys = new RedisKeys(TestRedis.address());

  @Override
  TestStores stores(SecretBox box) {
    return TestStores.redis(pool, clock, box);
  }

  @Test
  void ticketsAreNotInTheDatabaseAndGoByThemselves() {
    keys.flush();
    tickets.giveBack(tickets.issue(session, PHONE, Purpose.REGISTER));
    assertThat(keys.lives("ticket:").values()).singleElement().asInstanceOf(LONG).isBetween(1L, Duration.ofMinutes(10).toMillis());
    assertThat(new Sql(pool).number("select count(*) from send_ticket")).contains(0L);
  }

  @Test
  void ofManyOnTwoNodesWhoBurnOneNonceOneIsTheFirst() {
    keys.flush();
    SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
    Instant end = clock.instant().plus(SealedCaptcha.LIFE);
    AtomicInteger next = new AtomicInteger();
    try (TestStores one = stores(box); TestStores two = stores(box)) {
      for (int round = 0; round < 50; round++) {
        String nonce = "%032x".formatted(round);
        assertThat(AtOnce.run(200, () -> new RedisNonces(
            next.getAndIncrement() % 2 == 0 ? one.redis() : two.redis(), clock).burn(nonce, end)))
            .containsOnlyOnce(true);
      }
    }
    assertThat(keys.lives("nonce:")).hasSize(50).allSatisfy((key, life) ->
        assertThat(life).isBetween(1L, SealedCaptcha.LIFE.plusMinutes(1).toMillis()));
  }
}
