package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.CannotStart;
import dev.dianpu.dev.Database;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.platform.crypto.KeyRing;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The key file was lost or mixed up, by a restored backup for instance: nothing may be sealed by the wrong one. */
class WrongKeyST {

  private static final String SENTENCE = "密钥与数据库不符";

  @Test
  void aServerWithAnotherKeySaysSoOnEveryPageAndRunsAgainWithTheRightOne() throws Exception {
    Path home = ShopUnderTest.newHome();
    Database database = TestDatabase.installed(home);
    try (Connection connection = database.connect()) {
      connection.createStatement().executeUpdate(
          "insert into setting (code, value, changed_at) values ('shop.name', '老铺', utc_timestamp())");
    }
    Path key = home.resolve("secret.key");
    String right = Files.readString(key);
    String wrong = KeyRing.generate();
    Files.writeString(key, wrong);

    ShopUnderTest shop = ShopUnderTest.on(home, database);
    try {
      HttpVisitor visitor = new HttpVisitor(shop.address());
      awaitWrongKey(shop, visitor);
      for (String path : new String[] {"/", "/register", "/admin", "/admin/login", "/install", "/goods/1"}) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.body()).as(path).contains(SENTENCE)
            .doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("SEVERE");
      }
      assertThat(Files.readString(key)).as("no key is made or changed").isEqualTo(wrong);
      assertThat(Files.readString(shop.log())).contains("This database was sealed with another secret key.");

      Files.writeString(key, right);
      shop.restart();
      assertThat(visitor.get("/").statusCode()).isEqualTo(200);
      assertThat(visitor.get("/").body()).contains("老铺");
      assertThat(visitor.get("/install").statusCode()).as("it was installed all the time").isEqualTo(404);
    } finally {
      shop.close();
    }
  }

  private static void awaitWrongKey(ShopUnderTest shop, HttpVisitor visitor) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!wrongKey(visitor)) {
      assertThat(System.nanoTime()).as("waiting for WRONG_KEY; log " + shop.log()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** The server tells of its health a moment before it serves the shop's pages. */
  private static boolean wrongKey(HttpVisitor visitor) {
    try {
      HttpResponse<String> health = visitor.get("/health/ready");
      return health.statusCode() == 503 && health.body().contains("WRONG_KEY")
          && !visitor.get("/").body().contains("Payara");
    } catch (CannotStart notYet) {
      return false;
    }
  }
}
