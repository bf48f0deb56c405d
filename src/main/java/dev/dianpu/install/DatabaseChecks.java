package dev.dianpu.install;

import dev.dianpu.install.Check.Level;
import dev.dianpu.platform.database.DatabaseFacts;
import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.database.SchemaDifference;
import dev.dianpu.platform.database.ShopDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the database must be like; install.md names the same versions. */
@ApplicationScoped
class DatabaseChecks {

  private static final int[] OLDEST_MYSQL = {8, 4};
  private static final int[] OLDEST_MARIADB = {10, 11};
  private static final Duration FINE = Duration.ofSeconds(2);
  /** Codes live for minutes; nodes whose clocks differ by more than this would disagree about them. */
  private static final Duration BEARABLE = Duration.ofSeconds(30);
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  @Inject DatabaseFacts database;
  @Inject ShopDatabase shop;
  @Inject Migrations migrations;
  @Inject Clock clock;

  List<Check> run() {
    try {
      DatabaseFacts.Facts facts = database.ask();
      return List.of(version(facts), charset(facts), rights(), tables(), time(facts));
    } catch (SQLException e) {
      return List.of(Check.of("version", Level.RED, "unreachable", String.valueOf(e.getMessage())));
    }
  }

  static Check version(DatabaseFacts.Facts facts) {
    int[] oldest = facts.mariaDb() ? OLDEST_MARIADB : OLDEST_MYSQL;
    boolean supported = facts.major() > oldest[0] || (facts.major() == oldest[0] && facts.minor() >= oldest[1]);
    String name = facts.mariaDb() ? "MariaDB " : "MySQL ";
    return Check.of("version", supported ? Level.GREEN : Level.RED, supported ? "fine" : "old",
        name + facts.version().replaceFirst("[^0-9.].*", ""), name + oldest[0] + '.' + oldest[1]);
  }

  static Check charset(DatabaseFacts.Facts facts) {
    boolean fine = facts.charset().equalsIgnoreCase("utf8mb4");
    return Check.of("charset", fine ? Level.GREEN : Level.AMBER, fine ? "fine" : "other", facts.charset(),
        facts.schema());
  }

  private Check rights() throws SQLException {
    Optional<DatabaseFacts.Refusal> refusal = database.tryRights();
    return refusal.map(found -> Check.of("rights", Level.RED, found.right().equals("UTF8") ? "text" : "missing",
        found.right(), found.message())).orElseGet(() -> Check.of("rights", Level.GREEN, "fine"));
  }

  private Check tables() throws SQLException {
    Optional<SchemaDifference> difference = shop.difference();
    if (difference.isPresent()) {
      SchemaDifference first = difference.get();
      return Check.of("tables", Level.RED, first.kind().name(), first.table(), first.column(), first.expected(),
          first.found(), first.file());
    }
    int tables = migrations.tables();
    if (migrations.installed()) {
      Migrations.Progress progress = migrations.coreProgress();
      return Check.of("tables", Level.GREEN, progress.complete() ? "complete" : "begun", progress.done(),
          progress.total());
    }
    return tables == 0 ? Check.of("tables", Level.GREEN, "empty") : Check.of("tables", Level.AMBER, "others", tables);
  }

  private Check time(DatabaseFacts.Facts facts) {
    Level level = level(facts.ahead());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    return Check.of("time", level, level == Level.GREEN ? "fine" : "differs",
        String.format(Locale.ROOT, "%.1f", facts.ahead().abs().toMillis() / 1000.0),
        format.withZone(ZoneOffset.UTC).format(now), format.withZone(BEIJING).format(now));
  }

  static Level level(Duration ahead) {
    Duration difference = ahead.abs();
    if (difference.compareTo(FINE) <= 0) {
      return Level.GREEN;
    }
    return difference.compareTo(BEARABLE) <= 0 ? Level.AMBER : Level.RED;
  }
}
