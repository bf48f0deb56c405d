package dev.dianpu.system;

import dev.dianpu.dev.Database;
import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.FreePort;
import dev.dianpu.dev.Homes;
import dev.dianpu.dev.ShopServer;
import dev.dianpu.simulator.GatewaySimulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The shop as its visitors meet it: the packaged WAR on Payara Micro, a database, the gateway simulators; installed with
 * demo goods, 短信通 on, the channel chanyoo pointed at its simulator. One for all
 * system tests of a JVM, started by the first that asks; tests use phones, names and goods of their own and leave
 * settings as they were.
 */
public final class ShopUnderTest implements AutoCloseable {

  private static ShopUnderTest shared;
  private static RuntimeException problem;

  private final Path home;
  private final Database database;
  private final GatewaySimulators simulators;
  private final Map<String, String> properties;
  private ShopServer server;

  private ShopUnderTest(Path home, Database database) {
    this(home, database, Map.of());
  }

  private ShopUnderTest(Path home, Database database, Map<String, String> properties) {
    this.properties = properties;
    this.home = home;
    this.database = database;
    this.simulators = GatewaySimulators.start(0, Homes.captchaOpener(home));
    this.server = serve(FreePort.any());
  }

  /** The shared shop, ready. */
  public static synchronized ShopUnderTest get() {
    if (problem != null) {
      throw problem;
    }
    if (shared == null) {
      try {
        ShopUnderTest started = new ShopUnderTest(newHome(), TestDatabase.empty());
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        started.install();
        shared = started;
      } catch (RuntimeException e) {
        // The next class need not wait for the same failure.
        problem = e;
        throw e;
      }
    }
    return shared;
  }

  /** A shop of one test's own, as {@link #get}, which it may break and must close. */
  public static ShopUnderTest fresh() {
    ShopUnderTest started = new ShopUnderTest(newHome(), TestDatabase.empty());
    started.install();
    return started;
  }

  /** The same, configured by the operator as this says. */
  static ShopUnderTest fresh(Map<String, String> properties) {
    ShopUnderTest started = new ShopUnderTest(newHome(), TestDatabase.empty(), properties);
    try {
      started.install();
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** A shop of one test's own on a database without tables: the installer waits. */
  public static ShopUnderTest notInstalled() {
    ShopUnderTest started = new ShopUnderTest(newHome(), TestDatabase.empty());
    started.server.awaitReady();
    return started;
  }

  /** A shop of one test's own on what that test prepared; it is not waited for. */
  static ShopUnderTest on(Path home, Database database) {
    return new ShopUnderTest(home, database);
  }

  /** Through the installer and the admin's pages, as a development run does it. */
  private void install() {
    server.awaitReady();
    new FirstInstall(server, home, simulators).run();
  }

  /** Its address without a slash at the end. */
  public URI address() {
    return server.address();
  }

  /** The address of one of its pages. */
  public URI page(String path) {
    return server.address().resolve(path);
  }

  /** What is in its database. */
  public Database database() {
    return database;
  }

  /** Its gateways. */
  public GatewaySimulators simulators() {
    return simulators;
  }

  /** What {@code dianpu.home} is: the key, the install key. */
  public Path home() {
    return home;
  }

  /** The password of {@link FirstInstall#ADMIN}. */
  public String adminPassword() {
    return FirstInstall.adminPassword(home);
  }

  /** The pid of the server's JVM, to be killed. */
  public long pid() {
    return server.pid();
  }

  /** What the server has printed. */
  public Path log() {
    return server.log();
  }

  /** Starts the server again, on the same address and data, after it was ended or killed. */
  public void restart() {
    server.close();
    server = serve(server.address().getPort());
    server.awaitReady();
  }

  @Override
  public void close() {
    server.close();
    simulators.close();
  }

  private ShopServer serve(int port) {
    return ShopServer.start(home, port, database, ShopServer.QUICK_START, properties);
  }

  /** A new folder for {@code dianpu.home}. */
  static Path newHome() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "shop-under-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
