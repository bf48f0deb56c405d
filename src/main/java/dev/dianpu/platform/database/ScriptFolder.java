package dev.dianpu.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * A folder of scripts on the class path and the table that keeps its history.
 *
 * @param dataSource where they run
 * @param history the table that says which of them ran
 * @param path of the folder
 * @param loader that finds it
 */
record ScriptFolder(DataSource dataSource, String history, String path, ClassLoader loader) {

  private static final Logger LOG = Logger.getLogger(ScriptFolder.class.getName());
  /** Held so that its level stays: Flyway reports every look at a history, and we report every script that ran. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
  private static final Set<MigrationState> DONE = EnumSet.of(MigrationState.SUCCESS, MigrationState.OUT_OF_ORDER,
      MigrationState.BELOW_BASELINE, MigrationState.BASELINE, MigrationState.BASELINE_IGNORED);

  static {
    FLYWAY.setLevel(Level.SEVERE);
  }

  /** All scripts in their order. */
  List<Script> scripts() {
    List<Script> scripts = new ArrayList<>();
    for (MigrationInfo info : flyway("0").info().all()) {
      if (info.getScript().endsWith(".sql")) {
        scripts.add(new Script(info.getScript(), read(path + '/' + info.getScript()), DONE.contains(info.getState())));
      }
    }
    return scripts;
  }

  private String read(String resource) {
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether tables stand that the scripts make, but no history. */
  boolean madeByHand(Connection connection, ExpectedSchema expected) throws SQLException {
    return !ExpectedSchema.stands(connection, history) && expected.touched(connection);
  }

  /**
   * Accepts tables that stand without a history, if any do.
   *
   * @throws SchemaDifference.Found when they are not what the scripts make
   */
  void accept(Connection connection) throws SQLException {
    if (ExpectedSchema.stands(connection, history)) {
      return;
    }
    List<Script> scripts = scripts();
    ExpectedSchema expected = new ExpectedSchema(scripts);
    if (!madeByHand(connection, expected)) {
      return;
    }
    expected.firstDifference(connection).ifPresent(difference -> {
      throw new SchemaDifference.Found(difference);
    });
    String newest = scripts.get(scripts.size() - 1).file().replaceFirst("^V([0-9.]+)__.*", "$1");
    flyway(newest).baseline();
    LOG.info(() -> "The tables of " + path + " were made by hand, as the scripts make them: accepted as " + newest);
  }

  /** Runs what did not run yet; returns how many. */
  int migrate(Connection connection) throws SQLException {
    boolean known = ExpectedSchema.stands(connection, history);
    if (known) {
      forgetFailures(connection);
    }
    Flyway flyway = flyway("0");
    MigrationInfo[] pending = flyway.info().pending();
    if (!known && pending.length == 0) {
      return 0;
    }
    if (known && pending.length > 0) {
      LOG.warning(() -> "Scripts of " + path + " that run now: " + pending.length + ", from " + pending[0].getScript()
          + " on. If this is an upgrade and there is no backup, stop and back up first: a script cannot be undone.");
    }
    MigrateResult result = flyway.migrate();
    LOG.info(() -> "Scripts of " + path + " that ran: " + result.migrationsExecuted);
    return result.migrationsExecuted;
  }

  /** A script that failed is run again; unlike Flyway's own repair this leaves every checksum alone. */
  private void forgetFailures(Connection connection) throws SQLException {
    try (var delete = connection.createStatement()) {
      delete.executeUpdate("delete from " + history + " where success = 0");
    }
  }

  /** Rooms number their scripts in blocks, so a later script may have a lower number: order is not insisted on. */
  private Flyway flyway(String baseline) {
    return Flyway.configure(loader).dataSource(UnhurriedConnections.of(dataSource)).table(history)
        .locations("classpath:" + path)
        .baselineOnMigrate(true).baselineVersion(baseline).outOfOrder(true).placeholderReplacement(false)
        .failOnMissingLocations(false).load();
  }
}
