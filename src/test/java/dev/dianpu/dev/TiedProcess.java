package dev.dianpu.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A child process that does not outlive this JVM, however this JVM ends.
 *
 * <p>A small shell starts a watcher and then becomes the child ({@code exec}), so pid and exit code are the child's
 * own. The watcher reads from a pipe that only this JVM holds: when the JVM is gone, killed even, the pipe ends and the
 * watcher ends the child. Ctrl-C at a terminal reaches every process at once; the child ignores it and is ended by us,
 * so that the shop goes before its database.
 */
public final class TiedProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String WATCHED = """
      trap '' INT HUP
      exec 3<&0 </dev/null
      (
        read -r farewell <&3 && exit
        kill -TERM $$
        for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
          kill -0 $$ 2>/dev/null || exit
          sleep 1
        done
        kill -KILL $$
      ) &
      exec 3<&-
      exec "$@"
      """;

  private final Process process;

  private TiedProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a command; what it prints, errors included, is added to the file.
   *
   * @param folder where it runs
   * @throws CannotStart if there is no such program or the log cannot be written
   */
  public static TiedProcess start(Path folder, Path log, List<String> command) {
    List<String> line = Stream.concat(Stream.of("/bin/sh", "-c", WATCHED, "sh"), command.stream()).toList();
    try {
      return new TiedProcess(new ProcessBuilder(line)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start());
    } catch (IOException e) {
      throw new CannotStart("%s cannot be started: %s.".formatted(command.get(0), e.getMessage()), e);
    }
  }

  /** The pid of the child itself, for tests that kill it. */
  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Waits for a child that ends by itself; the exit code. */
  public int awaitEnd() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("The start was interrupted.", e);
    } finally {
      close();
    }
  }

  /** The exit code of a child that has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Asks the child to end, waits, and in the end insists; a second call does nothing. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      process.getOutputStream().write('\n');
      process.getOutputStream().close();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException watcherHasEnded) {
      // The farewell has nobody left to read it.
    }
  }
}
