package dev.dianpu.system;

import dev.dianpu.dev.CannotStart;
import dev.dianpu.dev.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Redis of the tests. Shops do not meet in it, since each one's keys bear a name that its own secret gives: a test
 * with a key of its own finds it empty.
 */
public final class TestRedis {

  private TestRedis() {}

  /** Its address; the server starts at the first call and ends with the JVM. */
  public static String address() {
    if (Shared.PROBLEM != null) {
      throw TestDatabase.missing(Shared.PROBLEM);
    }
    return Shared.SERVER.address();
  }

  /** A server of a test's own, not started yet, which it may end and must close. */
  public static RedisServer own() {
    Path home = Path.of(System.getProperty("dianpu.home", "data")).toAbsolutePath();
    try {
      Path work = Files.createDirectories(Path.of("target").toAbsolutePath());
      return RedisServer.at(home.resolve("redis-7.0.15/redis-server"), Files.createTempDirectory(work, "test-redis-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started when first asked for. */
  private static final class Shared {

    static final RedisServer SERVER;
    static final CannotStart PROBLEM;

    static {
      RedisServer server = null;
      CannotStart problem = null;
      try {
        server = own().start(false);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      } catch (CannotStart e) {
        problem = e;
      }
      SERVER = server;
      PROBLEM = problem;
    }
  }
}
