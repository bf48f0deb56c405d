package dev.dianpu.dev;

import dev.dianpu.simulator.GatewaySimulators;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * {@code mvn -Prun package}: the database, the gateway simulators and the shop, until Ctrl-C.
 *
 * <p>Whatever a person can put right ends it with one sentence and exit code 1. Everything that it started ends with
 * it; see {@link TiedProcess}.
 */
public final class DevelopmentRun {

  private final Options options;
  private final Progress progress;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private DevelopmentRun(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Runs until it is ended from outside. */
  public static void main(String[] arguments) {
    // The texts name 短信通, and a machine without a locale would print question marks.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    endWithMaven();
    forgetRefusal();
    Path log = Path.of("data/log/development-run.log");
    try {
      Options options = Options.fromSystemProperties();
      log = options.home().resolve("log/development-run.log");
      DevelopmentRun run = new DevelopmentRun(options, new Progress(System.out));
      Runtime.getRuntime().addShutdownHook(new Thread(run::end, "end of the run"));
      run.run();
    } catch (CannotStart problem) {
      refuse(problem.getMessage());
    } catch (Exception unexpected) {
      refuse("The development run failed (%s); the details are in %s.".formatted(unexpected, keep(unexpected, log)));
    }
  }

  private void run() throws Exception {
    if (System.getenv("DIANPU_SECRET_KEY") != null) {
      throw new CannotStart("DIANPU_SECRET_KEY is set, and this run opens its own captchas for tests: unset the variable, "
          + "a key of a real shop has no business here.");
    }
    lock();
    FreePort.require(options.port(), "the shop", Options.PORT);
    for (int i = 0; i < GatewaySimulators.count(); i++) {
      FreePort.require(options.simulatorPort() + i, "the gateway simulators", Options.SIMULATOR_PORT);
    }
    GatewaySimulators simulators =
        keep(GatewaySimulators.start(options.simulatorPort(), Homes.captchaOpener(options.home())));
    // Database and shop start side by side: the shop does not ask for its database in its first seconds, and waits.
    Optional<MariaDb> embedded = options.databaseUrl().isEmpty() ? Optional.of(keep(embedded())) : Optional.empty();
    Database database = embedded.map(MariaDb::database).orElseGet(this::foreign);
    CompletableFuture<Void> databaseUp = CompletableFuture.runAsync(() -> embedded.ifPresent(this::start));
    progress.step("The shop starts on Payara Micro; its log is " + options.home().resolve("log/server.log"));
    ShopServer shop = keep(ShopServer.start(options.home(), options.port(), database, options.serverOptions(), Map.of()));
    await(databaseUp);
    shop.awaitReady();
    FirstInstall install = new FirstInstall(shop, options.home(), simulators);
    if (install.due()) {
      progress.step("The shop is set up: tables, demo goods, first admin, 短信通 and the channel chanyoo …");
      install.run();
    }
    progress.step("The shop is ready.");
    progress.block(addresses());
    watch(shop);
  }

  private String addresses() {
    return """
        Shop    http://localhost:%1$d/
        Admin   http://localhost:%1$d/admin    %2$s   %3$s
        Inbox   http://localhost:%4$d/phone/13800138000    every SMS: http://localhost:%4$d/

        Data and key are in %5$s; delete that folder to begin anew. Ctrl-C ends everything.
        """.formatted(options.port(), FirstInstall.ADMIN, FirstInstall.adminPassword(options.home()),
        options.simulatorPort(), options.home());
  }

  private MariaDb embedded() {
    return MariaDb.at(options.home().resolve("mariadb-11.4.5"), options.home().resolve("mariadb"),
        logFolder().resolve("mariadb.log"));
  }

  private void start(MariaDb server) {
    Path binaries = options.home().resolve("mariadb-11.4.5");
    progress.step(MariaDbBinaries.unpacked(binaries)
        ? "The database starts …"
        : "The database is unpacked to " + binaries + " (366 MB, only the first time) and started …");
    server.start();
    progress.step("The database is up.");
  }

  private Database foreign() {
    Database database = new Database("", options.databaseUrl(), options.databaseUser(), options.databasePassword());
    try (var connection = database.connect()) {
      String product = connection.getMetaData().getDatabaseProductVersion();
      progress.step("The database of -Ddianpu.db.url answers: " + product);
      return new Database(product.contains("MariaDB") ? "mariadb" : "mysql",
          database.url(), database.user(), database.password());
    } catch (SQLException e) {
      throw new CannotStart("The database of -Ddianpu.db.url cannot be reached: %s"
          .formatted(e.getMessage().lines().findFirst().orElse("")), e);
    }
  }

  private static void await(CompletableFuture<Void> step) {
    try {
      step.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException problem ? problem : e;
    }
  }

  private void watch(ShopServer shop) {
    while (shop.alive()) {
      LockSupport.parkNanos(500_000_000L);
    }
    throw new CannotStart("The shop's server ended by itself; its log is %s.".formatted(shop.log()));
  }

  private void lock() throws IOException {
    Files.createDirectories(options.home());
    FileChannel channel = FileChannel.open(options.home().resolve(".lock"),
        StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    // A run that was just ended needs a moment to stop its servers.
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (channel.tryLock() == null) {
      if (System.nanoTime() > end) {
        throw new CannotStart("Another run uses %s: end it or choose another folder with -D%s=…"
            .formatted(options.home(), Options.HOME));
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private Path logFolder() {
    try {
      return Files.createDirectories(options.home().resolve("log"));
    } catch (IOException e) {
      throw new CannotStart("The folder %s cannot be written: %s.".formatted(options.home(), e.getMessage()), e);
    }
  }

  private synchronized <T extends AutoCloseable> T keep(T resource) {
    started.push(resource);
    return resource;
  }

  /** The last started ends first. */
  private synchronized void end() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        System.err.println("Not ended: " + e);
      }
    }
  }

  /**
   * Maven killed outright cannot tell us, so its pid is watched; and its launcher's, where that is a script that does not
   * become Maven but waits for it: whoever ends "mvn" then ends the script only.
   */
  private static void endWithMaven() {
    if (Boolean.getBoolean("dianpu.end-with-parent")) {
      Optional<ProcessHandle> maven = ProcessHandle.current().parent();
      Optional<ProcessHandle> launcher = maven.flatMap(ProcessHandle::parent).filter(DevelopmentRun::startsMaven);
      Stream.concat(maven.stream(), launcher.stream())
          .forEach(watched -> watched.onExit().thenRun(() -> System.exit(143)));
    }
  }

  private static boolean startsMaven(ProcessHandle process) {
    return process.info().arguments().stream().flatMap(Stream::of).anyMatch(argument -> argument.endsWith("/mvn"));
  }

  private static PrintStream utf8(FileDescriptor console) {
    return new PrintStream(new FileOutputStream(console), true, StandardCharsets.UTF_8);
  }

  private static void forgetRefusal() {
    new File(System.getProperty("dianpu.refusal", "target/refusal.txt")).delete();
  }

  private static Path keep(Exception unexpected, Path log) {
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log))) {
      unexpected.printStackTrace(writer);
    } catch (IOException e) {
      unexpected.printStackTrace();
    }
    return log;
  }

  private static void refuse(String sentence) {
    System.out.flush();
    System.err.printf("%nDianpu: %s%n%n", sentence);
    // Maven looks for this file: exit codes make its exec plugin print a stack trace.
    String refusal = System.getProperty("dianpu.refusal", "");
    try {
      if (!refusal.isEmpty()) {
        Files.writeString(Path.of(refusal), sentence);
      }
    } catch (IOException e) {
      System.err.println("Dianpu: " + refusal + " cannot be written.");
    }
    System.exit(1);
  }
}
