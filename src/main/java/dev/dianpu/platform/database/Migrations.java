package dev.dianpu.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * Runs the database scripts with Flyway: one history table for the core and one per plugin. A script can always be run
 * again, so a crash between a script and its history row heals at the next run. Tables that somebody made by hand with
 * the scripts are accepted when they are what the scripts make.
 */
@ApplicationScoped
public class Migrations {

  private static final String CORE = "schema_history";
  private static final String DEMO = "schema_history_demo";

  /** Read once: the scripts of a WAR do not change while it runs. */
  private final AtomicReference<ExpectedSchema> expected = new AtomicReference<>();

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container, which fills in the shop's data source. */
  public Migrations() {}

  /** Outside a container. */
  public Migrations(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * How far the core's scripts are.
   *
   * @param done how many ran
   * @param total how many there are
   */
  public record Progress(int done, int total) {
    /** Whether nothing is left to run. */
    public boolean complete() {
      return done >= total;
    }
  }

  /** A script failed, or could not be tried; the message is the database's. What ran before stays. */
  public static class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failed(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Whether the core's history exists, that is, whether scripts ran here or were accepted. */
  public boolean installed() throws SQLException {
    return tableExists(CORE);
  }

  /** Whether the demo goods' scripts ran here. */
  public boolean demoDone() throws SQLException {
    return tableExists(DEMO);
  }

  /** How many tables stand in the database, whoever made them. */
  public int tables() throws SQLException {
    try (Connection connection = dataSource.getConnection(); var statement = connection.createStatement();
        ResultSet tables = statement.executeQuery(
            "select count(*) from information_schema.tables where table_schema = database()")) {
      tables.next();
      return tables.getInt(1);
    }
  }

  /** Whether this table exists in the shop's database. */
  public boolean tableExists(String name) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return ExpectedSchema.stands(connection, name);
    }
  }

  /** The core's scripts in their order. */
  public List<Script> coreScripts() {
    return core().scripts();
  }

  /** A plugin's scripts in their order; none when it has no tables of its own. */
  public List<Script> pluginScripts(String plugin, ClassLoader loader) {
    return plugin(plugin, loader).scripts();
  }

  /** How far the core is; read from the history, so it is right after a crash and on every node. */
  public Progress coreProgress() {
    List<Script> scripts = coreScripts();
    return new Progress((int) scripts.stream().filter(Script::applied).count(), scripts.size());
  }

  /**
   * Accepts tables of the core that were made by hand, if there are any without a history.
   *
   * @return the first difference, in which case nothing was accepted
   */
  public Optional<SchemaDifference> acceptCore() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (!core().madeByHand(connection, expected())) {
        return Optional.empty();
      }
    }
    try (MigrationLock lock = new MigrationLock(dataSource)) {
      core().accept(lock.connection());
      return Optional.empty();
    } catch (SchemaDifference.Found found) {
      return Optional.of(found.difference());
    }
  }

  /**
   * Brings the core's tables to the newest version.
   *
   * @return how many scripts ran
   * @throws SchemaDifference.Found when its tables were made by hand and are not what the scripts make
   * @throws Failed when a script failed
   */
  public int migrateCore() {
    return migrate(core());
  }

  /**
   * Brings a plugin's tables to the newest version.
   *
   * @param plugin its id
   * @param loader that finds {@code sql/plugins/<id>}
   * @return how many scripts ran
   * @throws SchemaDifference.Found when its tables were made by hand and are not what the scripts make
   * @throws Failed when a script failed
   */
  public int migratePlugin(String plugin, ClassLoader loader) {
    return migrate(plugin(plugin, loader));
  }

  /** Fills the shop with demo goods, once. */
  public int migrateDemo() {
    return migrate(new ScriptFolder(dataSource, DEMO, "sql/demo", Thread.currentThread().getContextClassLoader()));
  }

  private ExpectedSchema expected() {
    ExpectedSchema known = expected.get();
    return known != null ? known : expected.updateAndGet(old -> old != null ? old : new ExpectedSchema(coreScripts()));
  }

  private ScriptFolder core() {
    return new ScriptFolder(dataSource, CORE, "sql/core", Thread.currentThread().getContextClassLoader());
  }

  private ScriptFolder plugin(String id, ClassLoader loader) {
    if (!id.matches("[a-z][a-z0-9]{1,31}")) {
      throw new IllegalArgumentException("Not a plugin's id: " + id);
    }
    return new ScriptFolder(dataSource, "schema_history_" + id, "sql/plugins/" + id, loader);
  }

  private int migrate(ScriptFolder folder) {
    try (MigrationLock lock = new MigrationLock(dataSource)) {
      folder.accept(lock.connection());
      return folder.migrate(lock.connection());
    } catch (SQLException | FlywayException e) {
      throw new Failed(e);
    }
  }
}
