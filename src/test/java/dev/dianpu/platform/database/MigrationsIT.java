package dev.dianpu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.dev.Database;
import dev.dianpu.system.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts on a real database: from empty, after a crash at any point, after somebody ran them by hand. */
class MigrationsIT {

  private final Database database = TestDatabase.empty();
  private final Migrations migrations = new Migrations(database.dataSource());

  @TempDir Path folder;

  @Test
  void anEmptyDatabaseGetsEveryScriptOnceAndASecondRunDoesNothing() throws Exception {
    int total = migrations.coreScripts().size();
    assertThat(migrations.acceptCore()).isEmpty();
    assertThat(migrations.installed()).isFalse();

    assertThat(migrations.migrateCore()).isEqualTo(total).isPositive();
    assertThat(migrations.migrateCore()).isZero();
    assertThat(migrations.coreProgress()).isEqualTo(new Migrations.Progress(total, total));
  }

  /** MySQL commits each DDL statement: a process killed between statement and history row must be able to go on. */
  @Test
  void everyScriptHealsACrashBetweenItsStatementAndItsHistoryRow() throws Exception {
    migrations.migrateCore();
    for (Script script : migrations.coreScripts()) {
      execute("delete from schema_history where script = '" + script.file() + "'");
      assertThat(migrations.coreProgress().complete()).isFalse();
      assertThat(migrations.migrateCore()).as(script.file()).isEqualTo(1);
    }
  }

  /** Flyway leaves a row with success=0 behind a script that failed, and refuses to go on while it stands. */
  @Test
  void aScriptThatFailedIsRunAgain() throws Exception {
    script("V001__a.sql", "CREATE TABLE IF NOT EXISTS trial_a (id INT PRIMARY KEY)");
    script("V002__b.sql", "INSERT INTO trial_missing VALUES (1)");
    assertThatThrownBy(() -> migrations.migratePlugin("trial", loader())).isInstanceOf(Migrations.Failed.class);

    script("V002__b.sql", "INSERT INTO trial_a VALUES (1)");
    assertThat(migrations.migratePlugin("trial", loader())).isEqualTo(1);
    assertThat(number("select count(*) from trial_a")).isEqualTo(1);
  }

  /** A blanket repair would take over the new checksum and hide that the two databases are no longer the same. */
  @Test
  void aReleasedScriptThatWasEditedIsRefused() throws Exception {
    script("V001__a.sql", "CREATE TABLE IF NOT EXISTS trial_a (id INT PRIMARY KEY)");
    migrations.migratePlugin("trial", loader());

    script("V001__a.sql", "CREATE TABLE IF NOT EXISTS trial_a (id BIGINT PRIMARY KEY)");
    assertThatThrownBy(() -> migrations.migratePlugin("trial", loader())).hasMessageContaining("checksum");
  }

  @Test
  void handRunScriptsAreAcceptedAsTheNewestVersion() throws Exception {
    runByHand(migrations.coreScripts());

    assertThat(migrations.acceptCore()).isEmpty();
    assertThat(migrations.installed()).isTrue();
    assertThat(migrations.coreProgress().complete()).isTrue();
    assertThat(migrations.migrateCore()).isZero();
    assertThat(number("select count(*) from schema_history where success = 1")).isEqualTo(1);
  }

  @Test
  void handRunScriptsThatStoppedHalfWayAreRefusedByTheFirstMissingTable() throws Exception {
    List<Script> scripts = migrations.coreScripts();
    runByHand(scripts.subList(0, 2));

    SchemaDifference difference = migrations.acceptCore().orElseThrow();
    assertThat(difference.kind()).isEqualTo(SchemaDifference.Kind.TABLE_MISSING);
    assertThat(difference.file()).isEqualTo(scripts.get(2).file());
    assertThat(difference.sentence()).contains(scripts.get(2).file());
    assertThat(migrations.installed()).isFalse();
    assertThatThrownBy(migrations::migrateCore).isInstanceOf(SchemaDifference.Found.class);
  }

  @Test
  void handRunTablesOfAnotherShapeAreRefusedByTheirFirstDifference() throws Exception {
    runByHand(migrations.coreScripts());
    execute("alter table setting modify value varchar(20) not null");
    assertThat(migrations.acceptCore().orElseThrow()).isEqualTo(new SchemaDifference(
        SchemaDifference.Kind.TYPE, "setting", "value", "text", "varchar(20)", "V004__setting.sql"));

    execute("alter table setting drop column value");
    assertThat(migrations.acceptCore().orElseThrow().kind()).isEqualTo(SchemaDifference.Kind.COLUMN_MISSING);

    execute("alter table setting add column value text null");
    assertThat(migrations.acceptCore().orElseThrow().kind()).isEqualTo(SchemaDifference.Kind.NOT_NULL);
  }

  @Test
  void tablesOfSomebodyElseAreNotTakenForOurs() throws Exception {
    execute("create table wp_posts (id int primary key)");
    assertThat(migrations.acceptCore()).isEmpty();
    assertThat(migrations.installed()).isFalse();
    assertThat(migrations.migrateCore()).isPositive();
  }

  /** The next release may number a script below the newest of another room. */
  @Test
  void aScriptWithALowerNumberThanTheNewestStillRuns() throws Exception {
    script("V020__b.sql", "CREATE TABLE IF NOT EXISTS trial_b (id INT PRIMARY KEY)");
    migrations.migratePlugin("trial", loader());

    script("V011__a.sql", "CREATE TABLE IF NOT EXISTS trial_a (id INT PRIMARY KEY)");
    assertThat(migrations.migratePlugin("trial", loader())).isEqualTo(1);
    assertThat(migrations.tableExists("trial_a")).isTrue();
  }

  @Test
  void aPluginWithoutScriptsLeavesNoTrace() throws Exception {
    assertThat(migrations.migratePlugin("trial", loader())).isZero();
    assertThat(migrations.tables()).isZero();
  }

  @Test
  void nodesThatStartTogetherRunEachScriptOnce() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> starts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        starts.add(() -> new Migrations(database.dataSource()).migrateCore());
      }
      int ran = 0;
      for (Future<Integer> start : nodes.invokeAll(starts)) {
        ran += start.get();
      }
      assertThat(ran).isEqualTo(migrations.coreScripts().size());
    } finally {
      nodes.shutdownNow();
    }
  }

  private void script(String file, String sql) throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("sql/plugins/trial"));
    Files.writeString(scripts.resolve(file), sql + ";\n");
  }

  private ClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  private void runByHand(List<Script> scripts) throws SQLException {
    for (Script script : scripts) {
      execute(script.sql());
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
      for (String one : sql.split(";\\s*(\\n|$)")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  private int number(String query) throws SQLException {
    try (Connection connection = database.connect(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
