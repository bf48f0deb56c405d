package dev.dianpu.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.PlainVisitor;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Storefront sessions as the database keeps them, and for how long. */
class SessionsIT {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));

  private static Database database;
  private static BareBeans beans;
  private static Sessions sessions;

  @BeforeAll
  static void open() {
    database = TestDatabase.migrated();
    beans = new BareBeans(database)
        .with(Clock.class, CLOCK).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())));
    sessions = beans.get(Sessions.class);
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  @BeforeEach
  void forget() throws Exception {
    try (Connection connection = database.connect()) {
      connection.createStatement().executeUpdate("delete from session");
    }
  }

  @Test
  void aVisitorIsKnownAgainByTheCookie() {
    PlainVisitor visitor = new PlainVisitor();
    Session session = sessions.orNew(visitor.visit());
    assertThat(sessions.of(visitor.visit())).contains(session);
    assertThat(sessions.of(new PlainVisitor().visit())).isEmpty();
  }

  /** Each solved captcha makes a row: without this the table would grow for ever. */
  @Test
  void sessionsPastTheirTwoHoursAreDeletedAndNoOthers() {
    sessions.orNew(new PlainVisitor().visit());
    CLOCK.forward(Duration.ofHours(1));
    PlainVisitor later = new PlainVisitor();
    sessions.orNew(later.visit());
    assertThat(sessions.deleteExpired(CLOCK.instant(), 10)).isZero();
    CLOCK.forward(Duration.ofHours(1).plusSeconds(1));
    assertThat(sessions.deleteExpired(CLOCK.instant(), 10)).isEqualTo(1);
    assertThat(sessions.of(later.visit())).isPresent();
  }

  @Test
  void noMoreAreDeletedAtOnceThanAskedFor() {
    for (int i = 0; i < 3; i++) {
      sessions.orNew(new PlainVisitor().visit());
    }
    CLOCK.forward(Duration.ofDays(1));
    assertThat(sessions.deleteExpired(CLOCK.instant(), 2)).isEqualTo(2);
    assertThat(sessions.deleteExpired(CLOCK.instant(), 2)).isEqualTo(1);
  }
}
