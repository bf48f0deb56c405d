package dev.dianpu.bench;

import dev.dianpu.dev.Database;
import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.FreePort;
import dev.dianpu.dev.Homes;
import dev.dianpu.dev.ShopServer;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedGateway;
import dev.dianpu.system.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shop as it is installed, limits and guard as they come, on data of its own; it believes 127.0.0.1 about the addresses
 * of clients, and nobody else. Everything listens on this machine only.
 */
final class FloodShop implements AutoCloseable {

  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final Pattern USED = Pattern.compile("used ([0-9]+)K");

  final Function<String, Optional<String>> solver;
  private final Database database = TestDatabase.empty();
  private final GatewaySimulators simulators;
  private final ShopServer server;

  FloodShop(Path home) {
    solver = Homes.captchaOpener(home);
    simulators = GatewaySimulators.start(0, solver);
    server = ShopServer.start(home, FreePort.any(), database, List.of("-Xmx512m"),
        Map.of("dianpu.trusted-proxies", "127.0.0.1"));
    server.awaitReady();
    new FirstInstall(server, home, simulators).run();
  }

  java.net.URI address() {
    return server.address();
  }

  /** Nobody has asked for anything yet. */
  void forget() throws SQLException, InterruptedException {
    // What the node has counted in memory reaches the database within a second.
    Thread.sleep(2000);
    try (Connection connection = database.connect(); var statement = connection.createStatement()) {
      for (String sql : List.of("delete from send_budget",
          "update send_site set hour_sends = '', hour_known = '', hour_money = '', day_sends = '', day_known = '',"
              + " day_money = ''", "delete from guard_count", "delete from guard_level",
          "delete from guard_decision")) {
        statement.executeUpdate(sql);
      }
      statement.executeUpdate("update change_version set version = version + 1 where topic = 'guard'");
    }
    simulators.clearInboxes();
    Thread.sleep(2000);
  }

  /** How many SMS left so far, through all gateways. */
  long sent() {
    return simulators.all().stream().mapToLong(SimulatedGateway::sent).sum();
  }

  /** The code in the newest SMS of a phone; empty if it got none. */
  Optional<String> code(String phone) {
    return simulators.inbox(phone).stream().findFirst().map(sms -> CODE.matcher(sms.text())).filter(Matcher::find)
        .map(Matcher::group);
  }

  /** Megabytes that live objects take in the server, after a full collection. */
  long heap() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    return used.find() ? Long.parseLong(used.group(1)) / 1024 : -1;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
        Long.toString(server.pid()), command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  static Path newHome() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "flood-");
  }

  @Override
  public void close() {
    server.close();
    simulators.close();
  }
}
