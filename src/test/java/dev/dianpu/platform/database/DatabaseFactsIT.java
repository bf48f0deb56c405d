package dev.dianpu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Database;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What the installer's checks are told by a real database. */
class DatabaseFactsIT {

  private final Database database = TestDatabase.empty();

  @Test
  void theDatabaseOfTheTestsIsKnownForWhatItIs() throws Exception {
    DatabaseFacts.Facts facts = new DatabaseFacts(database.dataSource(), Clock.systemUTC()).ask();
    assertThat(facts.mariaDb()).isEqualTo(TestDatabase.kind().equals("mariadb"));
    assertThat(facts.version()).startsWith(facts.major() + "." + facts.minor() + ".");
    assertThat(facts.charset()).isEqualTo("utf8mb4");
    assertThat(facts.ahead().abs()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aServerWhoseClockIsBehindIsFoundOut() throws Exception {
    Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
    assertThat(new DatabaseFacts(database.dataSource(), behind).ask().ahead())
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
  }

  @Test
  void allRightsAreThereAndNothingIsLeftBehind() throws Exception {
    assertThat(facts(database).tryRights()).isEmpty();
    assertThat(new Migrations(database.dataSource()).tables()).isZero();
  }

  @Test
  void aMissingRightIsNamedWithWhatTheDatabaseSays() throws Exception {
    facts(database).ask();
    String readOnly = TestDatabase.kind().equals("mariadb") ? "tx_read_only" : "transaction_read_only";
    Database limited = new Database(database.kind(), database.url() + "&sessionVariables=" + readOnly + "=1",
        database.user(), database.password());
    DatabaseFacts.Refusal refusal = facts(limited).tryRights().orElseThrow();
    assertThat(refusal.right()).isEqualTo("CREATE");
    assertThat(refusal.message()).containsPattern("(?i)read.only");
  }

  private static DatabaseFacts facts(Database database) {
    return new DatabaseFacts(database.dataSource(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }
}
