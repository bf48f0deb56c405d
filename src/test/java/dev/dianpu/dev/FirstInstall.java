package dev.dianpu.dev;

import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes an empty shop the one of the development run, through the pages that a shop owner uses: the installer with demo
 * goods and a first admin, then the plugins chanyoo and 短信通, installed, switched on and pointed at the simulator. A run
 * that was killed half-way is carried on.
 */
public final class FirstInstall {

  /** The first admin's name. */
  public static final String ADMIN = "admin";

  /** Name of the shop, and the signature that its SMS bear. */
  static final String SHOP = "云杉小铺";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ShopServer shop;
  private final Path home;
  private final String gateway;
  private final Map<String, String> gateways;

  /**
   * For one shop.
   *
   * @param home its {@code dianpu.home}
   * @param simulators the gateways that its channels are pointed at
   */
  public FirstInstall(ShopServer shop, Path home, GatewaySimulators simulators) {
    this.shop = shop;
    this.home = home;
    this.gateway = simulators.address();
    this.gateways = simulators.all().stream().collect(
        Collectors.toMap(SimulatedGateway::name, simulators::address));
  }

  /** The admin's password, made for this home and kept in it. */
  public static String adminPassword(Path home) {
    return Secrets.kept(home.resolve("admin-password.txt"));
  }

  /** Whether something is left to do. */
  public boolean due() {
    return shop.waitsForInstaller() || !gateway.equals(gatewayOfLastRun());
  }

  /**
   * Does what is left to do.
   *
   * @throws CannotStart if a page refuses; the sentence names it
   */
  public void run() {
    try {
      if (shop.waitsForInstaller()) {
        install(new HttpVisitor(shop.address()));
      }
      Owner owner = Owner.login(shop.address(), ADMIN, adminPassword(home));
      owner.installPlugin("chanyoo");
      owner.installPlugin("duanxintong");
      owner.save("duanxintong", DemoSettings.of(gateway));
      DemoSettings.PAYMENTS.forEach(owner::installPlugin);
      DemoSettings.payments().forEach(owner::save);
      reserves(owner);
      keepGateway();
    } catch (IllegalStateException e) {
      throw new CannotStart("The shop could not be set up (%s); its log is %s.".formatted(e.getMessage(), shop.log()), e);
    }
  }

  /** Every other gateway, too, not used until the owner gives it a place: a refusal of chanyoo shall be seen as such. */
  private void reserves(Owner owner) {
    Map<String, Map<String, String>> settings = DemoSettings.reserves(gateways);
    Map<String, String> places = new LinkedHashMap<>(Map.of("place.chanyoo", "1", "weight.chanyoo", "1"));
    settings.forEach((id, values) -> {
      owner.installPlugin(id);
      owner.saveChannel(id, values);
      places.put("place." + id, "0");
      places.put("weight." + id, "1");
    });
    owner.order("CODE", places);
    owner.order("NOTICE", places);
  }

  private void install(HttpVisitor visitor) {
    expect(303, visitor.post("/install", Map.of("key", installKey())));
    expect(303, visitor.post("/install/scripts", Map.of()));
    long end = System.nanoTime() + PATIENCE.toNanos();
    // The page of progress sends on when the scripts are through.
    while (visitor.get("/install/progress").statusCode() != 303) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the scripts did not end");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    expect(200, visitor.post("/install/account", Map.of("shopName", SHOP, "adminName", ADMIN,
        "password", adminPassword(home), "passwordConfirm", adminPassword(home), "demoGoods", "on")));
  }

  private static void expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.uri().getPath() + " answered " + answer.statusCode());
    }
  }

  private String installKey() {
    try {
      return Files.readString(home.resolve("install.key")).strip();
    } catch (IOException e) {
      throw new CannotStart("The shop wrote no install key to %s; its log is %s.".formatted(home, shop.log()), e);
    }
  }

  private String gatewayOfLastRun() {
    try {
      return Files.exists(gatewayFile()) ? Files.readString(gatewayFile()).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepGateway() {
    try {
      Files.writeString(gatewayFile(), gateway);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path gatewayFile() {
    return home.resolve("gateway-address.txt");
  }
}
