package dev.dianpu.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Wrong logins of members as the database counts them; every test has a name and an address of its own. */
class LoginFailuresIT {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));

  private static BareBeans beans;
  private static LoginFailures failures;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated())
        .with(Clock.class, CLOCK).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())));
    failures = beans.get(LoginFailures.class);
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  @Test
  void afterFiveWrongLoginsANameWaits() {
    for (int i = 0; i < 5; i++) {
      assertThat(failures.wait("wei", "192.0.2.1")).isZero();
      failures.wrong("wei", "192.0.2.1");
    }
    assertThat(failures.wait("wei", "198.51.100.1")).isEqualTo(Duration.ofSeconds(5));
    failures.right("wei");
    assertThat(failures.wait("wei", "198.51.100.1")).isZero();
  }

  @Test
  void theCountBeginsAnewAfterADay() {
    failures.wrong("day", "192.0.2.2");
    CLOCK.forward(Duration.ofHours(25));
    assertThat(failures.count("day")).isZero();
    failures.wrong("day", "192.0.2.2");
    assertThat(failures.count("day")).isEqualTo(1);
  }

  /** Whoever guesses names leaves a row for each: they go when they count no more, and not before. */
  @Test
  void whatCountsNoMoreIsDeleted() {
    CLOCK.forward(Duration.ofDays(2));
    failures.deleteExpired(CLOCK.instant(), 100);
    failures.wrong("old", "192.0.2.3");
    CLOCK.forward(Duration.ofHours(23));
    failures.wrong("new", "192.0.2.4");
    assertThat(failures.deleteExpired(CLOCK.instant(), 100)).isZero();
    CLOCK.forward(Duration.ofHours(2));
    assertThat(failures.deleteExpired(CLOCK.instant(), 100)).as("name and address").isEqualTo(2);
    assertThat(failures.count("new")).isEqualTo(1);
  }
}
