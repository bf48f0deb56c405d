package dev.dianpu.dev;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A Redis of our own on a free port of 127.0.0.1, behind a password: the program that embedded-redis carries, as a
 * {@link TiedProcess}, so that it ends with us.
 */
public final class RedisServer implements AutoCloseable {

  private static final String PROGRAM = "redis-server-7.0.15-linux-amd64";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path program;
  private final Path folder;
  private final int port = FreePort.any();
  private final String password;
  private TiedProcess server;

  private RedisServer(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
    this.password = Secrets.kept(folder.resolveSibling(folder.getFileName() + "-password.txt"));
  }

  /**
   * A server that is not started yet, whose address is known.
   *
   * @param program where the program is unpacked, or was
   * @param folder its data and log
   */
  public static RedisServer at(Path program, Path folder) {
    return new RedisServer(program, folder);
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param keeps whether it keeps its data over a restart
   */
  public synchronized RedisServer start(boolean keeps) {
    Libraries.requirePlatform();
    Path settings = folder.resolve("redis.conf");
    try {
      unpack();
      Files.createDirectories(folder);
      Secrets.write(settings, """
          bind 127.0.0.1
          port %d
          requirepass %s
          save ""
          appendonly %s
          appendfsync always
          maxmemory-policy noeviction
          """.formatted(port, password, keeps ? "yes" : "no"));
    } catch (IOException e) {
      throw new CannotStart("The embedded Redis cannot be made in %s: %s.".formatted(folder, e.getMessage()), e);
    }
    server = TiedProcess.start(folder, folder.resolve("redis.log"), List.of(program.toString(), settings.toString()));
    awaitAnswer();
    return this;
  }

  private void awaitAnswer() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (server.alive() && System.nanoTime() < end) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
    server.close();
    throw new CannotStart("The embedded Redis did not come up; its log is in %s.".formatted(folder));
  }

  private void unpack() throws IOException {
    if (Files.exists(program)) {
      return;
    }
    Files.createDirectories(program.getParent());
    Path half = Files.createTempFile(program.getParent(), "redis", "");
    try (InputStream in = RedisServer.class.getClassLoader().getResourceAsStream(PROGRAM)) {
      if (in == null) {
        throw new CannotStart("The embedded Redis is not on the class path: embedded-redis is missing.");
      }
      Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!half.toFile().setExecutable(true)) {
      throw new UncheckedIOException(new IOException(half + " cannot be made executable"));
    }
    Files.move(half, program, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Its address with the password, as for {@code dianpu.redis.url}. */
  public String address() {
    return "redis://:%s@127.0.0.1:%d/0".formatted(password, port);
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
  }
}
