package dev.dianpu.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.PlainVisitor;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long a login of the admin lasts: a browser left open must not stay the shop's owner. */
class AdminSessionsIT {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));

  private static BareBeans beans;
  private static AdminSessions sessions;
  private static AdminRepository.Account admin;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated())
        .with(Clock.class, CLOCK).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())))
        .with(Settings.class, MapSettings.of(Map.of()))
        .with(AdminLog.class, (action, subject, before, after) -> { });
    sessions = beans.get(AdminSessions.class);
    AdminRepository admins = beans.get(AdminRepository.class);
    beans.transactions().inOne(() -> admins.insert("boss", "not a hash", CLOCK.instant()));
    admin = admins.find("boss").orElseThrow();
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  private static PlainVisitor loggedIn() {
    PlainVisitor browser = new PlainVisitor();
    sessions.begin(admin, browser.visit());
    return browser;
  }

  private static boolean knows(PlainVisitor browser) {
    return sessions.recognise(browser.visit()).isPresent();
  }

  @Test
  void itEndsThirtyMinutesAfterTheLastRequest() {
    PlainVisitor browser = loggedIn();
    CLOCK.forward(Duration.ofMinutes(29));
    assertThat(knows(browser)).isTrue();
    CLOCK.forward(Duration.ofMinutes(29));
    assertThat(knows(browser)).as("the request before counts as use").isTrue();
    CLOCK.forward(Duration.ofMinutes(30));
    assertThat(knows(browser)).isFalse();
    CLOCK.forward(Duration.ofMinutes(-1));
    assertThat(knows(browser)).as("only the time ended it").isTrue();
  }

  @Test
  void itEndsTwelveHoursAfterTheLoginHoweverBusyItIs() {
    PlainVisitor browser = loggedIn();
    for (int quarters = 1; quarters < 48; quarters++) {
      CLOCK.forward(Duration.ofMinutes(15));
      assertThat(knows(browser)).as(quarters + " quarters of an hour").isTrue();
    }
    CLOCK.forward(Duration.ofMinutes(15));
    assertThat(knows(browser)).isFalse();
  }

  @Test
  void anotherLoginOfTheSameBrowserEndsTheFirstOne() {
    PlainVisitor browser = loggedIn();
    String first = browser.cookie(AdminSessions.COOKIE).orElseThrow();
    sessions.begin(admin, browser.visit());
    PlainVisitor thief = new PlainVisitor();
    thief.keep(AdminSessions.COOKIE, first);
    assertThat(knows(browser)).isTrue();
    assertThat(knows(thief)).isFalse();
  }

  /** Whoever knew the old password may have the old cookie, too. */
  @Test
  void afterAChangeOfThePasswordTheOldCookieIsWorthNothing() {
    PlainVisitor browser = loggedIn();
    String first = browser.cookie(AdminSessions.COOKIE).orElseThrow();
    var visit = browser.visit();
    SignedIn known = sessions.recognise(visit).orElseThrow();
    beans.get(Admins.class).changePassword(known, "a quite new password", visit);
    PlainVisitor thief = new PlainVisitor();
    thief.keep(AdminSessions.COOKIE, first);
    assertThat(knows(thief)).isFalse();
    assertThat(knows(browser)).isTrue();
  }

  @Test
  void itsRowIsDeletedWhenItCanNeverBeUsedAgain() {
    CLOCK.forward(Duration.ofDays(1));
    sessions.deleteExpired(CLOCK.instant(), 100);
    loggedIn();
    CLOCK.forward(Duration.ofHours(12));
    assertThat(sessions.deleteExpired(CLOCK.instant(), 100)).isZero();
    CLOCK.forward(Duration.ofSeconds(1));
    assertThat(sessions.deleteExpired(CLOCK.instant(), 100)).isEqualTo(1);
  }
}
