package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dianpu.dev.CannotStart;
import dev.dianpu.dev.FreePort;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.TiedProcess;
import dev.dianpu.simulator.GatewaySimulators;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's first command, in a copy of the checkout, as somebody who has just cloned it runs it. */
class ReadmeST {

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  /** The last line that a run prints, under the addresses. */
  private static final String PRINTED = "Ctrl-C ends everything.";
  private static final Set<String> LEFT_BEHIND = Set.of(".git", "target", "data");
  private static final Manual README = Manual.of("README.md");

  private final int port = FreePort.any();
  private final int simulators = freeRow(GatewaySimulators.count());

  @TempDir Path folder;

  @Test
  void theFirstCommandBuildsAndRunsTheShopAndEndsWithAllItsProcesses() throws Exception {
    assumeTrue(TestDatabase.kind().equals("mariadb"), "runs once: its database is its own");
    require("mvn");
    Path log = folder.resolve("run.log");
    TiedProcess run = TiedProcess.start(copyOfTheCheckout(), log, List.of("bash", "-c", "exec " + command()));
    List<ProcessHandle> all = new ArrayList<>();
    try {
      awaitAddresses(run, log);
      ProcessHandle maven = ProcessHandle.of(run.pid()).orElseThrow();
      all.add(maven);
      maven.descendants().forEach(all::add);
      assertThat(all).as("Maven, the run, the shop, its database").hasSizeGreaterThanOrEqualTo(4);

      List<String> addresses = README.found("(?<=<)http://localhost:[0-9]+/[a-z0-9/]*(?=>)").stream()
          .map(address -> address.replace(":8080", ":" + port).replace(":8090", ":" + simulators)).toList();
      assertThat(addresses).as("what is printed is what README tells").containsAll(printed(log));
      for (String address : addresses) {
        URI here = URI.create(address);
        assertThat(new HttpVisitor(here).get(here.getPath()).statusCode()).as(address).isIn(200, 303);
      }
      HttpVisitor visitor = new HttpVisitor(URI.create("http://localhost:" + port));
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/health/ready").statusCode()).isEqualTo(200);

      maven.destroy();
      CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(60, TimeUnit.SECONDS);
    } finally {
      run.close();
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** As README has it, and with the options that it names, so that it meets nobody else's ports and data. */
  private String command() throws IOException {
    String first = README.blocks("sh").get(0).lines().findFirst().orElseThrow();
    assertThat(first).startsWith("mvn ");
    Path home = Files.createDirectories(folder.resolve("home"));
    Path unpacked = Path.of(System.getProperty("dianpu.home", "data"), "mariadb-11.4.5").toAbsolutePath();
    if (Files.exists(unpacked)) {
      Files.createSymbolicLink(home.resolve("mariadb-11.4.5"), unpacked);
    }
    return String.join(" ", first, "-B", offline(), "-Ddianpu.port=" + port, "-Ddianpu.simulator.port=" + simulators,
        "-Ddianpu.home='" + home + "'");
  }

  /** Without the network where everything was fetched before; the machine of a first build fetches this profile's plugin. */
  private static String offline() {
    Path repository = Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
    boolean fetched = Files.isDirectory(repository.resolve("org/codehaus/mojo/exec-maven-plugin"));
    return "-Dmaven.repo.local='" + repository + "'" + (fetched ? " -o" : "");
  }

  /** Without what builds and runs leave behind. */
  private Path copyOfTheCheckout() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path copy = folder.resolve("checkout");
    Files.walkFileTree(here, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        if (directory.getParent().equals(here) && LEFT_BEHIND.contains(directory.getFileName().toString())) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        Files.createDirectories(copy.resolve(here.relativize(directory)));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.copy(file, copy.resolve(here.relativize(file)));
        return FileVisitResult.CONTINUE;
      }
    });
    return copy;
  }

  private static void awaitAddresses(TiedProcess run, Path log) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(log).contains(PRINTED)) {
      assertThat(run.alive()).as(() -> "the run ended: " + tail(log)).isTrue();
      assertThat(System.nanoTime()).as(() -> "waiting for the addresses: " + tail(log)).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static List<String> printed(Path log) throws IOException {
    return Pattern.compile("^(?:Shop|Admin|Inbox) +(http://\\S+)", Pattern.MULTILINE).matcher(Files.readString(log))
        .results().map(line -> line.group(1)).toList();
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void require(String program) {
    boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    if (!there) {
      throw TestDatabase.missing(new CannotStart(program + " is not on the path."));
    }
  }

  /** The first of so many free ports in a row. */
  private static int freeRow(int length) {
    while (true) {
      int first = FreePort.any();
      try {
        for (int i = 0; i < length; i++) {
          FreePort.require(first + i, "a simulator", "simulator.port");
        }
        return first;
      } catch (CannotStart taken) {
        // Another row.
      }
    }
  }
}
