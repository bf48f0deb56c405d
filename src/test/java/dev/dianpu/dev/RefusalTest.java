package dev.dianpu.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.GatewaySimulators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A development run that cannot start says why in one sentence, and leaves nothing running. */
class RefusalTest {

  @TempDir Path home;

  @Test
  void aBusyPortOfTheShop() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(Map.of(), "-Ddianpu.port=" + busy.getLocalPort())
          .isEqualTo("Dianpu: Port %d, wanted for the shop, is taken by another program: end that one or choose with "
              .formatted(busy.getLocalPort()) + "-Ddianpu.port=…");
    }
  }

  @Test
  void aBusyPortOfTheSimulators() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(Map.of(), "-Ddianpu.port=" + FreePort.any(), "-Ddianpu.simulator.port=" + busy.getLocalPort())
          .contains("the gateway simulators").contains("-Ddianpu.simulator.port=…");
    }
  }

  @Test
  void aPortThatIsNoNumber() throws Exception {
    assertRefused(Map.of(), "-Ddianpu.port=eighty").contains("-Ddianpu.port=eighty is not a port");
  }

  @Test
  void aKeyOfARealShopInTheEnvironment() throws Exception {
    assertRefused(Map.of("DIANPU_SECRET_KEY", "k1:secret"), "-Ddianpu.port=" + FreePort.any())
        .contains("DIANPU_SECRET_KEY is set").doesNotContain("k1:secret");
  }

  @Test
  void aDatabaseThatDoesNotAnswer() throws Exception {
    assertRefused(Map.of(), "-Ddianpu.port=" + FreePort.any(),
        "-Ddianpu.simulator.port=" + FreePort.row(GatewaySimulators.count()),
        "-Ddianpu.db.url=jdbc:mysql://127.0.0.1:" + FreePort.any() + "/dianpu")
        .contains("The database of -Ddianpu.db.url cannot be reached");
  }

  private AbstractStringAssert<?> assertRefused(Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-Ddianpu.home=" + home,
        "-Ddianpu.refusal=" + home.resolve("refusal.txt"),
        "-Djava.util.logging.config.file=src/test/resources/logging.properties"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), DevelopmentRun.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("DIANPU_SECRET_KEY");
    builder.environment().putAll(environment);
    Process run = builder.start();
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(output).isEqualTo(1);
    assertThat(output.lines().filter(line -> line.startsWith("Dianpu: "))).as(output).hasSize(1);
    assertThat(output).doesNotContain("\tat ");
    assertThat(home.resolve("refusal.txt")).exists();
    return assertThat(output.lines().filter(line -> line.startsWith("Dianpu: ")).findFirst().orElseThrow());
  }
}
