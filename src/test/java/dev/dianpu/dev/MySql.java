package dev.dianpu.dev;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real MySQL for the tests, fetched as Debian packages by {@code src/test/scripts/mysql-up.sh} and unpacked below a
 * folder of ours; nothing is installed on the machine, and the data goes when the server ends.
 */
public final class MySql implements AutoCloseable {

  /** The first time some 40 MB are fetched. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final TiedProcess session;
  private final Database database;

  private MySql(TiedProcess session, Database database) {
    this.session = session;
    this.database = database;
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @param folder where the packages are kept between runs
   * @throws CannotStart if this machine cannot run it, one without apt for instance
   */
  public static MySql start(Path folder, Path log, String... options) {
    int port = FreePort.any();
    String password = Secrets.kept(folder.resolveSibling("mysql-password.txt"));
    Path script = Path.of("src/test/scripts/mysql-session.sh").toAbsolutePath();
    TiedProcess session = TiedProcess.start(Path.of("").toAbsolutePath(), log, List.of(
        "env", "MYSQL_EXTRA=" + String.join(" ", options),
        "bash", script.toString(), folder.toString(), String.valueOf(port), password));
    MySql started = new MySql(session, new Database("mysql",
        "jdbc:mysql://127.0.0.1:" + port + "/dianpu?createDatabaseIfNotExist=true", "root", password));
    if (!started.database.awaitAnswer(PATIENCE, session::alive)) {
      session.close();
      throw new CannotStart("MySQL did not come up; its log is %s.".formatted(log));
    }
    return started;
  }

  /** The schema {@code dianpu}; {@link Database#schema} gives others. */
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    session.close();
  }
}
