package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The installer by HTTP: who gets in, the server killed while scripts run, the shop afterwards. */
class InstallST {

  private static final String PASSWORD = "correct horse battery";

  @Test
  void aShopIsInstalledByWhoeverHasTheKeyEvenIfTheServerDiesHalfWay() throws Exception {
    ShopUnderTest shop = ShopUnderTest.notInstalled();
    try {
      HttpVisitor stranger = new HttpVisitor(shop.address());
      HttpVisitor owner = new HttpVisitor(shop.address());
      assertThat(leadsTo(stranger.get("/"))).isEqualTo("/install");
      assertThat(leadsTo(stranger.get("/admin"))).isEqualTo("/install");
      assertThat(leadsTo(stranger.get("/install/scripts"))).isEqualTo("/install");
      assertThat(leadsTo(stranger.post("/install/scripts", Map.of()))).isEqualTo("/install");

      String key = enter(shop, owner);
      owner.post("/install/scripts", Map.of());
      until(shop, 3);
      kill(shop);
      shop.restart();

      assertThat(leadsTo(owner.get("/install/checks"))).as("a proof ends with the process").isEqualTo("/install");
      assertThat(owner.post("/install", Map.of("key", key)).statusCode()).as("and so does the key").isEqualTo(403);
      enter(shop, owner);
      HttpResponse<String> progress = owner.post("/install/scripts", Map.of());
      assertThat(leadsTo(progress)).isEqualTo("/install/progress");
      long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
      while (!leadsTo(progress).equals("/install/account") && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(200);
        progress = owner.get("/install/progress");
      }
      assertThat(leadsTo(progress)).isEqualTo("/install/account");

      HttpResponse<String> refused = owner.post("/install/account", account("boss", "password1234", "password1234"));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).doesNotContain("password1234");
      assertThat(owner.post("/install/account", account("boss", PASSWORD, PASSWORD + "!")).statusCode()).isEqualTo(422);
      assertThat(owner.post("/install/account", account("boss", PASSWORD, PASSWORD)).statusCode()).isEqualTo(200);

      assertThat(owner.get("/install").statusCode()).isEqualTo(404);
      assertThat(owner.post("/install/account", account("other", PASSWORD, PASSWORD)).statusCode()).isEqualTo(404);
      assertThat(shop.home().resolve("install.key")).doesNotExist();
      assertThat(stranger.get("/").body()).contains("山月小铺");
      assertThat(count(shop, "select count(*) from admin")).isEqualTo(1);
      assertThat(leadsTo(owner.post("/admin/login",
          Map.of("name", "boss", "password", PASSWORD, "back", "/admin/plugins")))).isEqualTo("/admin/plugins");
    } finally {
      shop.close();
    }
  }

  /** A wrong key first, which is refused, then the one that the server wrote, as people type it. */
  private static String enter(ShopUnderTest shop, HttpVisitor owner) throws Exception {
    String key = Files.readString(shop.home().resolve("install.key")).strip();
    assertThat(owner.post("/install", Map.of("key", "AAAAA-AAAAA-AAAAA-AAAAA")).statusCode()).isEqualTo(403);
    assertThat(leadsTo(owner.post("/install", Map.of("key", key.toLowerCase(Locale.ROOT)))))
        .isEqualTo("/install/checks");
    return key;
  }

  /** Where an answer sends the browser, as written; empty if it is a page. */
  private static String leadsTo(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static Map<String, String> account(String name, String password, String again) {
    return Map.of("shopName", "山月小铺", "adminName", name, "password", password, "passwordConfirm", again);
  }

  private static void until(ShopUnderTest shop, int scripts) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (ran(shop) < scripts) {
      assertThat(System.nanoTime()).as("waiting for the scripts").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** None while the history does not stand yet. */
  private static int ran(ShopUnderTest shop) throws SQLException {
    return count(shop, "select count(*) from information_schema.tables where table_schema = database()"
        + " and table_name = 'schema_history'") == 0 ? 0 : count(shop, "select count(*) from schema_history");
  }

  private static void kill(ShopUnderTest shop) throws Exception {
    ProcessHandle server = ProcessHandle.of(shop.pid()).orElseThrow();
    server.destroyForcibly();
    server.onExit().get(30, TimeUnit.SECONDS);
  }

  private static int count(ShopUnderTest shop, String query) throws SQLException {
    try (Connection connection = shop.database().connect(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
