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

  private static void fail(String who, String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(failures.take(who, address)).as("try " + (i + 1)).isZero();
    }
  }

  @Test
  void afterFiveWrongLoginsAnAccountWaitsAtThatAddressAsLongAsTold() {
    fail("wei", "192.0.2.1", 5);
    assertThat(failures.take("wei", "192.0.2.1")).isEqualTo(Duration.ofSeconds(5));
    assertThat(failures.wait("wei", "198.51.100.1")).isZero();
    CLOCK.forward(Duration.ofSeconds(5));
    fail("wei", "192.0.2.1", 1);
    assertThat(failures.wait("wei", "192.0.2.1")).isEqualTo(Duration.ofSeconds(10));
    failures.right("wei", "192.0.2.1");
    assertThat(failures.wait("wei", "192.0.2.1")).isZero();
    assertThat(failures.count("wei")).isZero();
  }

  /** Whoever logs in often does not come nearer to the captcha by it, and an attacker's own account buys no tries. */
  @Test
  void aRightLoginGivesTheAddressThatOneTryBack() {
    for (int i = 0; i < LoginFailures.FREE_OF_ADDRESS - 1; i++) {
      fail("name" + i, "192.0.2.5", 1);
    }
    for (int i = 0; i < 3; i++) {
      fail("mine", "192.0.2.5", 1);
      failures.right("mine", "192.0.2.5");
    }
    assertThat(failures.suspicious("192.0.2.5")).isFalse();
    fail("last", "192.0.2.5", 1);
    assertThat(failures.suspicious("192.0.2.5")).isTrue();
  }

  /** A clock that is corrected must not turn a wait of seconds into one of hours. */
  @Test
  void aClockThatIsSetBackDoesNotMakeTheWaitLonger() {
    fail("clock", "192.0.2.6", 5);
    CLOCK.forward(Duration.ofHours(-3));
    assertThat(failures.wait("clock", "192.0.2.6")).isEqualTo(Duration.ofSeconds(5));
    CLOCK.forward(Duration.ofHours(3));
  }

  @Test
  void theCountBeginsAnewAfterADay() {
    fail("day", "192.0.2.2", 1);
    CLOCK.forward(Duration.ofHours(25));
    assertThat(failures.count("day")).isZero();
    fail("day", "192.0.2.2", 1);
    assertThat(failures.count("day")).isEqualTo(1);
  }

  /** Whoever guesses names leaves rows for each: they go when they count no more, and not before. */
  @Test
  void whatCountsNoMoreIsDeleted() {
    CLOCK.forward(Duration.ofDays(2));
    failures.deleteExpired(CLOCK.instant(), 100);
    fail("old", "192.0.2.3", 1);
    CLOCK.forward(Duration.ofHours(23));
    fail("new", "192.0.2.4", 1);
    assertThat(failures.deleteExpired(CLOCK.instant(), 100)).isZero();
    CLOCK.forward(Duration.ofHours(2));
    assertThat(failures.deleteExpired(CLOCK.instant(), 100)).as("account, address and both").isEqualTo(3);
    assertThat(failures.count("new")).isEqualTo(1);
  }
}
