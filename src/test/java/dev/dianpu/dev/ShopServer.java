package dev.dianpu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The packaged WAR on Payara Micro in a child JVM, listening on 127.0.0.1 only.
 *
 * <p>Payara must not share our class path, and a deployment that fails does not end it: it says "ready" and answers
 * 404. So readiness is asked for at {@code /health/ready}, and its log is read to tell slow from failed.
 */
public final class ShopServer implements AutoCloseable {

  /**
   * For a shop that is looked at or tested, not measured: without the second compiler the start takes half the processor
   * time (22 instead of 42 s), while pages need more of it.
   */
  public static final List<String> QUICK_START = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  /** How long the health check may stay red once Payara has said that it is ready. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final TiedProcess process;
  private final URI address;
  private final Path log;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private ShopServer(TiedProcess process, URI address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
  }

  /**
   * Starts the server; {@link #awaitReady} waits for it.
   *
   * @param folder its home: the key, its log and Payara's own files are kept there
   * @param javaOptions for the child JVM, {@link #QUICK_START} for instance
   * @param properties system properties of the shop; they travel in a file, since other users see a command line
   */
  public static ShopServer start(
      Path folder, int port, Database database, List<String> javaOptions, Map<String, String> properties) {
    Path log = folder.resolve("log/server.log");
    Path settings = folder.resolve("run/shop-" + port + ".properties");
    Path preboot = folder.resolve("run/preboot-" + port + ".asadmin");
    String base = "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";
    try {
      Files.createDirectories(log.getParent());
      Files.deleteIfExists(log);
      ShopProperties.write(settings, folder, database, properties);
      Secrets.write(preboot, "set " + base + ".address=127.0.0.1\n");
    } catch (IOException e) {
      throw new CannotStart("The folder %s cannot be written: %s.".formatted(folder, e.getMessage()), e);
    }
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", Artifacts.payara().toString(),
        "--deploy", Artifacts.war().toString(), "--contextroot", "/", "--port", String.valueOf(port), "--nohazelcast", "--maxHttpThreads", "200",
        "--disablephonehome", "--prebootcommandfile", preboot.toString(), "--systemproperties", settings.toString()));
    return new ShopServer(TiedProcess.start(folder, log, command), URI.create("http://localhost:" + port), log);
  }

  /** Its address, without a slash at the end. */
  public URI address() {
    return address;
  }

  /** The file that everything it prints goes to. */
  public Path log() {
    return log;
  }

  /** The pid of the server's JVM. */
  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.alive();
  }

  /**
   * Waits until the health check is green.
   *
   * @throws CannotStart if the server ended, or booted without the shop, or took longer than four minutes
   */
  public void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long endAfterBoot = Long.MAX_VALUE;
    while (System.nanoTime() < Math.min(end, endAfterBoot)) {
      if (!process.alive()) {
        throw new CannotStart("The shop's server ended with code %d%s; its log is %s."
            .formatted(process.exitCode(), reason(), log));
      }
      boolean booted = ServerLog.booted(logged());
      if (ready(booted)) {
        return;
      }
      if (booted && endAfterBoot == Long.MAX_VALUE) {
        endAfterBoot = System.nanoTime() + GRACE.toNanos();
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    throw new CannotStart("The shop did not become ready%s; its log is %s.".formatted(reason(), log));
  }

  @Override
  public void close() {
    process.close();
  }

  /** Whether its database is empty, so that the installer is what one may open. */
  public boolean waitsForInstaller() {
    return health().map(answer -> answer.body().contains("\"EMPTY\"")).orElse(false);
  }

  private boolean ready(boolean booted) {
    Optional<HttpResponse<String>> answer = health();
    if (booted && answer.stream().anyMatch(a -> a.statusCode() == 404 || a.body().contains("No Application deployed"))) {
      throw new CannotStart("The shop could not be deployed%s; the log is %s.".formatted(reason(), log));
    }
    if (answer.stream().anyMatch(a -> a.body().contains("\"WRONG_KEY\""))) {
      throw new CannotStart("This database was sealed with another secret key than the one in %s: use the home folder that"
          .formatted(log.getParent().getParent()) + " belongs to it, or an empty database.");
    }
    return answer.stream().anyMatch(a -> a.statusCode() == 200);
  }

  private Optional<HttpResponse<String>> health() {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/health/ready")).timeout(Duration.ofSeconds(5)).build();
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("The start was interrupted.", e);
    }
  }

  private String reason() {
    return ServerLog.reason(logged()).map(" (%s)"::formatted).orElse("");
  }

  private String logged() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
