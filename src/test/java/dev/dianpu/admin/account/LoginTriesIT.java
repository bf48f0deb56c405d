package dev.dianpu.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Wrong tries as the database counts them; every test has a name and addresses of its own. */
class LoginTriesIT {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));

  private static BareBeans beans;
  private static LoginTries tries;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated())
        .with(Clock.class, CLOCK).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())));
    tries = beans.get(LoginTries.class);
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  private static void fail(String name, String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(tries.take(name, address)).as("try " + (i + 1)).isZero();
    }
  }

  @Test
  void afterTheFourthWrongTryTheNextOneHasToWaitAsLongAsTold() {
    fail("wait", "192.0.2.1", 4);
    assertThat(tries.take("wait", "192.0.2.1")).isEqualTo(Duration.ofSeconds(5));
    CLOCK.forward(Duration.ofSeconds(5));
    assertThat(tries.take("wait", "192.0.2.1")).isZero();
    assertThat(tries.wait("wait", "192.0.2.1")).isEqualTo(Duration.ofSeconds(10));
  }

  /** Refused tries were not looked at, so they must not make the wait longer: the owner would never get in. */
  @Test
  void triesDuringTheWaitDoNotMakeItLonger() {
    fail("patience", "192.0.2.2", 4);
    for (int i = 0; i < 20; i++) {
      tries.take("patience", "192.0.2.2");
    }
    assertThat(tries.wait("patience", "192.0.2.2")).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aStrangerElsewhereMakesTheOwnerAnswerACaptchaAndNothingElse() {
    fail("owner", "192.0.2.3", 4);
    assertThat(tries.failures("owner", "198.51.100.3")).isEqualTo(4);
    assertThat(tries.wait("owner", "198.51.100.3")).isZero();
  }

  /** Otherwise one guess for each of a thousand names would cost no captcha. */
  @Test
  void tryingManyNamesMakesTheCaptchaDueForAllOfThem() {
    fail("ann", "192.0.2.4", 1);
    fail("ben", "192.0.2.4", 1);
    fail("cid", "192.0.2.4", 1);
    assertThat(tries.failures("dan", "192.0.2.4")).isEqualTo(3);
  }

  /** Whoever has IPv6 has a whole /64 to change addresses in. */
  @Test
  void anAddressOfIpv6CountsWithItsWholeNetwork() {
    fail("six", "2001:db8:0:5::1", 4);
    assertThat(tries.take("six", "2001:db8:0:5:ffff::2")).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aRightPasswordForgetsTheTries() {
    fail("forget", "192.0.2.6", 4);
    tries.forget("forget", "192.0.2.6");
    assertThat(tries.failures("forget", "192.0.2.6")).isZero();
    assertThat(tries.wait("forget", "192.0.2.6")).isZero();
  }

  @Test
  void aDayWithoutTriesForgetsThem() {
    fail("day", "192.0.2.7", 4);
    CLOCK.forward(Duration.ofHours(25));
    assertThat(tries.failures("day", "192.0.2.7")).isZero();
    fail("day", "192.0.2.7", 4);
  }

  /** A clock that is corrected must not turn a wait of seconds into one of hours. */
  @Test
  void aClockThatIsSetBackDoesNotMakeTheWaitLonger() {
    fail("clock", "192.0.2.9", 2);
    CLOCK.forward(Duration.ofHours(-3));
    fail("clock", "192.0.2.9", 2);
    CLOCK.forward(Duration.ofHours(-3));
    assertThat(tries.wait("clock", "192.0.2.9")).isEqualTo(Duration.ofSeconds(5));
    CLOCK.forward(Duration.ofHours(6));
  }

  /** Counting after the comparison would let any number of parallel guesses pass. */
  @Test
  void manyTriesAtOnceAreNoWayAroundTheWait() {
    List<Duration> waits = AtOnce.run(30, () -> tries.take("race", "192.0.2.8"));
    assertThat(waits.stream().filter(Duration::isZero)).hasSize(4);
  }
}
