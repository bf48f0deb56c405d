package dev.dianpu.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under which account tries are counted, and what the log says of wrong ones. */
class FailedLoginsIT {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private static final List<String> LOGGED = new CopyOnWriteArrayList<>();

  private static BareBeans beans;
  private static FailedLogins failed;
  private static Admins admins;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated())
        .with(Clock.class, CLOCK).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())))
        .with(Settings.class, MapSettings.of(Map.of()))
        .with(AdminLog.class, (action, subject, before, after) -> LOGGED.add(action + " " + subject));
    failed = beans.get(FailedLogins.class);
    admins = beans.get(Admins.class);
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  @BeforeEach
  void anotherHour() {
    CLOCK.forward(Duration.ofHours(1));
    LOGGED.clear();
  }

  @Test
  void allSpellingsOfAnAdminAreCountedAsTheAccount() {
    admins.create("Chéf", "a quite long password");
    String account = admins.counted("Chéf");
    assertThat(account).startsWith("admin ");
    for (String spelling : List.of("chef", "ＣHEF", " ｃhéf ", "Che\u0301f")) {
      assertThat(admins.counted(spelling)).as(spelling).isEqualTo(account);
      assertThat(admins.check(spelling, "a quite long password")).as(spelling).isPresent();
    }
    assertThat(admins.counted("ＮÓBODY ")).isEqualTo(admins.counted("nobody")).isNotEqualTo(account);
    assertThat(admins.counted("n".repeat(10_000))).hasSizeLessThan(100);
  }

  @Test
  void aRowPerAddressAndMinuteWithTheNameCutAndCleaned() {
    failed.note("\u202Eboss\n" + "x".repeat(1000), 1, "192.0.2.1");
    failed.note("boss", 2, "192.0.2.1");
    assertThat(LOGGED).containsExactly("admin.log.login-failed \uFFFDboss\uFFFD" + "x".repeat(54) + " ×1");
    CLOCK.forward(Duration.ofMinutes(1));
    failed.note("boss", 7, "192.0.2.1");
    assertThat(LOGGED).hasSize(2).last().isEqualTo("admin.log.login-failed boss ×7");
  }

  /** Ten thousand addresses would bury what else the log has to say. */
  @Test
  void anHourHasOnlySoManyRowsAndTheLastSaysThatThereWereMore() {
    for (int i = 0; i < FailedLogins.MOST_AN_HOUR + 20; i++) {
      failed.note("boss", 1, "198.51.100." + i);
    }
    assertThat(LOGGED).hasSize(FailedLogins.MOST_AN_HOUR).last().asString().startsWith("admin.log.login-failed-more");
    CLOCK.forward(Duration.ofHours(1));
    failed.note("boss", 1, "198.51.100.1");
    assertThat(LOGGED).hasSize(FailedLogins.MOST_AN_HOUR + 1).last().isEqualTo("admin.log.login-failed boss ×1");
  }
}
