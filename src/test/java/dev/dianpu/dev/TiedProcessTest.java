package dev.dianpu.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiedProcessTest {

  @TempDir Path folder;

  @Test
  void closingEndsTheChild() {
    TiedProcess child = TiedProcess.start(folder, folder.resolve("log"), List.of("sleep", "600"));
    assertThat(child.alive()).isTrue();

    child.close();

    assertThat(child.alive()).isFalse();
  }

  @Test
  void theExitCodeIsTheChilds() {
    TiedProcess child = TiedProcess.start(folder, folder.resolve("log"), List.of("sh", "-c", "exit 7"));

    assertThat(child.awaitEnd()).isEqualTo(7);
  }

  /** Otherwise a killed run leaves a database and a server behind, and the next one meets busy ports. */
  @Test
  void theChildEndsWhenItsParentIsKilled() throws Exception {
    Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-cp", System.getProperty("java.class.path"), Parent.class.getName(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader says = parent.inputReader();
    ProcessHandle child = ProcessHandle.of(Long.parseLong(says.readLine())).orElseThrow();
    assertThat(child.isAlive()).isTrue();

    parent.destroyForcibly().waitFor();

    assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  /** Starts a child, tells its pid, and waits to be killed. */
  static final class Parent {

    public static void main(String[] arguments) throws InterruptedException {
      Path folder = Path.of(arguments[0]);
      TiedProcess child = TiedProcess.start(folder, folder.resolve("log"), List.of("sleep", "600"));
      System.out.println(child.pid());
      Thread.currentThread().join();
    }
  }
}
