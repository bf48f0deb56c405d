package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes by mail: a shop that floods strangers with them ends on block-lists. */
abstract class EmailBudgetsContract {

  private static final Optional<Long> NOBODY = Optional.empty();

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T09:00:00Z"));
  private final MapSettings settings = MapSettings.of(
      Map.of("mail.code-most", "3", "mail.code-hours", "2", "mail.code-site-hour", "100"));
  private final AtomicInteger next = new AtomicInteger();
  private BareBeans beans;
  private EmailBudgets budgets;
  private TestStores stores;

  /** Where is counted. */
  abstract TestStores stores(DataSource dataSource, SecretBox box);

  @BeforeEach
  void open() {
    Database database = TestDatabase.migrated();
    SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
    stores = stores(database.dataSource(), box);
    beans = new BareBeans(database).with(Clock.class, clock).with(Settings.class, settings).with(SecretBox.class, box)
        .with(Stores.class, stores.stores()).with(Redis.class, stores.redis());
    budgets = beans.get(EmailBudgets.class);
  }

  @AfterEach
  void close() {
    stores.close();
    beans.close();
  }

  private String anybody() {
    return "m" + next.incrementAndGet() + "@example.com";
  }

  @Test
  void oneAddressGetsNoSecondMailWithinAMinuteNorMoreThanAllowedInItsWindow() {
    for (int i = 0; i < 3; i++) {
      assertThat(budgets.take("a@example.com", "192.0.2." + i, NOBODY)).isEqualTo(Duration.ZERO);
      assertThat(budgets.take("a@example.com", "192.0.2." + i, NOBODY)).isPositive();
      clock.forward(Duration.ofSeconds(60));
    }
    assertThat(budgets.take("a@example.com", "192.0.2.9", NOBODY)).isEqualTo(Duration.ofMinutes(117));
    clock.forward(Duration.ofMinutes(117));
    assertThat(budgets.take("a@example.com", "192.0.2.9", NOBODY)).isEqualTo(Duration.ZERO);
  }

  @Test
  void oneVisitorAndOneMemberAreBoundWhoeverGetsTheMail() {
    for (int i = 0; i < 3; i++) {
      assertThat(budgets.take(anybody(), "2001:db8::" + i, NOBODY)).as("one /64").isEqualTo(Duration.ZERO);
      assertThat(budgets.take(anybody(), "198.51.100." + i, Optional.of(5L))).isEqualTo(Duration.ZERO);
    }
    assertThat(budgets.take(anybody(), "2001:db8::9", NOBODY)).isEqualTo(Duration.ofHours(2));
    assertThat(budgets.take(anybody(), "198.51.100.9", Optional.of(5L))).isEqualTo(Duration.ofHours(2));
    assertThat(budgets.take(anybody(), "198.51.100.9", Optional.of(6L))).isEqualTo(Duration.ZERO);
  }

  /** All or nothing: who is refused by the shop's budget has spent nothing of the own. */
  @Test
  void whatIsRefusedCostsNothing() {
    settings.save("mail.code-site-hour", 1);
    assertThat(budgets.take(anybody(), "192.0.2.1", NOBODY)).isEqualTo(Duration.ZERO);
    for (int i = 0; i < 5; i++) {
      assertThat(budgets.take("b@example.com", "192.0.2.2", NOBODY)).isPositive();
    }
    clock.forward(Duration.ofHours(1));
    settings.save("mail.code-site-hour", 100);
    assertThat(budgets.take("b@example.com", "192.0.2.2", NOBODY)).isEqualTo(Duration.ZERO);
  }

  @Test
  void neverOneTooManyHoweverManyAskAtOnce() {
    settings.save("mail.code-most", 1000);
    settings.save("mail.code-site-hour", 7);
    List<Duration> waits = AtOnce.run(30, () -> budgets.take(anybody(), "192.0.2.3", NOBODY));
    assertThat(waits.stream().filter(Duration::isZero)).hasSize(7);
  }
}
