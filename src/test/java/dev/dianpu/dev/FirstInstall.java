package dev.dianpu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
  private final ShopClient client;

  /**
   * For one shop.
   *
   * @param home its {@code dianpu.home}
   * @param gateway address of the simulators, without a slash at the end
   */
  public FirstInstall(ShopServer shop, Path home, String gateway) {
    this.shop = shop;
    this.home = home;
    this.gateway = gateway;
    this.client = new ShopClient(shop.address());
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
   * @throws CannotStart if a page refuses, with its address
   */
  public void run() {
    if (shop.waitsForInstaller()) {
      install();
    }
    expect(client.post("/admin/login", Map.of("name", ADMIN, "password", adminPassword(home), "back", "/admin/plugins")),
        "/admin/plugins");
    switchOn("chanyoo");
    switchOn("duanxintong");
    expect(client.post("/admin/settings/duanxintong", DemoSettings.duanxintong(gateway)), "/admin/settings/");
    expect(client.post("/admin/settings/sms", DemoSettings.sms()), "/admin/settings/");
    keepGateway();
  }

  private void install() {
    expect(client.post("/install", Map.of("key", installKey())), "/install/checks");
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> progress = client.post("/install/scripts", Map.of());
    while (!progress.uri().getPath().equals("/install/account")) {
      if (System.nanoTime() > end || progress.statusCode() != 200) {
        throw refused(progress);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      progress = client.get("/install/progress");
    }
    expect(client.post("/install/account", Map.of("shopName", SHOP, "adminName", ADMIN,
        "password", adminPassword(home), "passwordConfirm", adminPassword(home), "demoGoods", "on")), "/install/account");
  }

  private void switchOn(String plugin) {
    expect(client.post("/admin/plugins/" + plugin + "/install", Map.of()), "/admin/plugins/");
    expect(client.post("/admin/plugins/" + plugin + "/on", Map.of()), "/admin/plugins");
  }

  private void expect(HttpResponse<String> answer, String path) {
    if (answer.statusCode() != 200 || !answer.uri().getPath().startsWith(path)) {
      throw refused(answer);
    }
  }

  private CannotStart refused(HttpResponse<String> answer) {
    return new CannotStart("The shop could not be set up: %s answered %d; its log is %s."
        .formatted(answer.uri(), answer.statusCode(), shop.log()));
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
