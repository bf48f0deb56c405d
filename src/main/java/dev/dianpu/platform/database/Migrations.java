package dev.dianpu.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Runs the database scripts with Flyway: one history table for the core and one per plugin. A script can always be run
 * again, so a crash between a script and its history row heals at the next run.
 */
@ApplicationScoped
public class Migrations {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** Whether the core's history exists, that is, whether the shop was installed here. */
  public boolean installed() throws SQLException {
    return tableExists("schema_history");
  }

  /** Whether there is no table at all. */
  public boolean empty() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        ResultSet tables = connection.createStatement()
            .executeQuery("select count(*) from information_schema.tables where table_schema = database()")) {
      tables.next();
      return tables.getInt(1) == 0;
    }
  }

  /** Whether this table exists in the shop's database. */
  public boolean tableExists(String name) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var query = connection.prepareStatement("select count(*) from information_schema.tables"
            + " where table_schema = database() and table_name = ?")) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getInt(1) > 0;
      }
    }
  }

  /** Brings the core's tables to the newest version. */
  public int migrateCore() {
    return migrate("schema_history", "sql/core", Thread.currentThread().getContextClassLoader());
  }

  /**
   * Brings a plugin's tables to the newest version.
   *
   * @param plugin its id
   * @param loader that finds {@code sql/plugins/<id>}
   * @return how many scripts ran
   */
  public int migratePlugin(String plugin, ClassLoader loader) {
    return migrate("schema_history_" + plugin, "sql/plugins/" + plugin, loader);
  }

  /** Fills the shop with demo goods; can be run again. */
  public int migrateDemo() {
    return migrate("schema_history_demo", "sql/demo", Thread.currentThread().getContextClassLoader());
  }

  private int migrate(String history, String folder, ClassLoader loader) {
    Flyway flyway = Flyway.configure(loader).dataSource(dataSource).table(history).locations("classpath:" + folder)
        .baselineOnMigrate(true).baselineVersion("0").failOnMissingLocations(false).load();
    flyway.repair();
    return flyway.migrate().migrationsExecuted;
  }
}
