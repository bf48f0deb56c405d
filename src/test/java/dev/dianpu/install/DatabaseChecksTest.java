package dev.dianpu.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.database.DatabaseFacts.Facts;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator on a database that we do not support must be told before a script runs, and nobody else stopped. */
class DatabaseChecksTest {

  @ParameterizedTest
  @CsvSource({
      "8.4.0, false, 8, 4, GREEN", "9.7.4-2, false, 9, 7, GREEN", "8.0.40, false, 8, 0, RED", "5.7.44, false, 5, 7, RED",
      "10.11.6-MariaDB-0+deb12u1, true, 10, 11, GREEN", "11.4.5-MariaDB, true, 11, 4, GREEN",
      "10.6.20-MariaDB, true, 10, 6, RED"})
  void theVersionMustBeASupportedOne(String version, boolean mariaDb, int major, int minor, Check.Level level) {
    Check check = DatabaseChecks.version(new Facts(version, mariaDb, major, minor, "shop", "utf8mb4", Duration.ZERO));
    assertThat(check.level()).isEqualTo(level);
    assertThat(check.arguments().get(0).toString()).startsWith(mariaDb ? "MariaDB " + major : "MySQL " + major)
        .doesNotContain("-");
  }

  @ParameterizedTest
  @CsvSource({"utf8mb4, GREEN", "latin1, AMBER", "utf8mb3, AMBER"})
  void anotherCharacterSetIsWorthANote(String charset, Check.Level level) {
    Check check = DatabaseChecks.charset(new Facts("9.7.4", false, 9, 7, "shop", charset, Duration.ZERO));
    assertThat(check.level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"0, GREEN", "1999, GREEN", "-1999, GREEN", "2100, AMBER", "-29000, AMBER", "31000, RED", "-600000, RED"})
  void clocksThatDifferAreAmberThenRed(long millis, Check.Level level) {
    assertThat(DatabaseChecks.level(Duration.ofMillis(millis))).isEqualTo(level);
  }
}
