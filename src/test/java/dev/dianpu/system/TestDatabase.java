package dev.dianpu.system;

import dev.dianpu.dev.CannotStart;
import dev.dianpu.dev.Database;
import dev.dianpu.dev.Homes;
import dev.dianpu.dev.MariaDb;
import dev.dianpu.dev.MySql;
import dev.dianpu.platform.database.KeyFingerprint;
import dev.dianpu.platform.database.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/**
 * The database of the tests: MariaDB, or MySQL with {@code -Ddianpu.test.db=mysql}. The server starts at the first call
 * and ends with the JVM; every call gives a schema of its own, so tests do not meet.
 */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();
  /** Durability is what a crash test needs, and those start their own server. */
  private static final String[] OPTIONS = {"--innodb-flush-log-at-trx-commit=2", "--max-connections=500"};
  /** As an operator's server does it, which install.md's {@code 'dianpu'@'localhost'} relies on. */
  private static final String RESOLVE_NAMES = "--skip-name-resolve=0";

  private TestDatabase() {}

  /** A new schema without tables. */
  public static Database empty() {
    return server().schema("t%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet()));
  }

  /** A new schema in which the scripts of the core have run, as the WAR runs them. */
  public static Database migrated() {
    Database database = empty();
    new Migrations(database.dataSource()).migrateCore();
    return database;
  }

  /** As {@link #migrated}, and tied to the key of this home: a shop takes it for installed. */
  public static Database installed(Path home) {
    Database database = migrated();
    try {
      new KeyFingerprint(database.dataSource()).keep(Homes.box(home));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database;
  }

  /** {@code mariadb} or {@code mysql}. */
  public static String kind() {
    return System.getProperty("dianpu.test.db", "mariadb");
  }

  private static Database server() {
    if (Server.PROBLEM != null) {
      throw missing(Server.PROBLEM);
    }
    return Server.DATABASE;
  }

  /** A laptop without the component skips, and says so; where tests must be complete that is a failure. */
  static RuntimeException missing(CannotStart problem) {
    return "true".equals(System.getenv("CI")) ? problem : new TestAbortedException(problem.getMessage());
  }

  /** Started when first asked for. */
  private static final class Server {

    static final Database DATABASE;
    static final CannotStart PROBLEM;

    static {
      Database database = null;
      CannotStart problem = null;
      try {
        database = start();
      } catch (CannotStart e) {
        problem = e;
      }
      DATABASE = database;
      PROBLEM = problem;
    }

    private static Database start() {
      Path home = Path.of(System.getProperty("dianpu.home", "data")).toAbsolutePath();
      Path work = workFolder();
      if (kind().equals("mysql")) {
        MySql server = MySql.start(home.resolve("mysql-9.7"), work.resolve("mysql.log"),
            OPTIONS[0], OPTIONS[1], "--skip-log-bin");
        endWithJvm(server);
        return server.database();
      }
      MariaDb server = MariaDb.at(
          home.resolve("mariadb-11.4.5"), work.resolve("mariadb"), work.resolve("mariadb.log"))
          .start(OPTIONS[0], OPTIONS[1], RESOLVE_NAMES);
      endWithJvm(server);
      return server.database();
    }

    private static Path workFolder() {
      try {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "test-database-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void endWithJvm(AutoCloseable server) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        try {
          server.close();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }));
    }
  }
}
