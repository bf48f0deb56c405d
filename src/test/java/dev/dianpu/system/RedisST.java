package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.dev.CannotStart;
import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.FreePort;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import dev.dianpu.dev.RedisServer;
import dev.dianpu.dev.ShopServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A shop with {@code DIANPU_REDIS_URL}: it counts there and nowhere else, and never is without limits. */
class RedisST {

  private static final List<String> COUNTS = List.of("send_budget", "send_reservation", "captcha_nonce", "send_ticket",
      "verification_tries", "email_budget", "send_site where hour_sends <> '' or day_sends <> ''");

  private static RedisServer redis;
  private static SmsShop shop;

  @BeforeAll
  static void open() {
    redis = TestRedis.own().start(true);
    shop = SmsShop.fresh(Map.of("dianpu.redis.url", redis.address()));
  }

  @AfterAll
  static void close() {
    if (shop != null) {
      shop.shop.close();
    }
    redis.close();
  }

  /** One story, since what is lost stays in use for a day. */
  @Test
  void aPersonRegistersAndWhenRedisIsLostTheOwnerDecides() {
    registered("in Redis");
    COUNTS.forEach(table -> assertThat(shop.count("select count(*) from " + table)).as(table).isZero());
    assertThat(shop.owner.browser().get("/admin/limits").body()).contains("保存在 Redis")
        .contains("name=\"limit.redis-lost\"");
    assertThat(shop.visitor().get("/health/ready").body()).contains("\"store\":\"REDIS\"");

    shop.owner.saveLimits(Map.of("limit.redis-lost", "refuse"));
    redis.close();
    nothingIsSent();
    theOwnerGetsInAndIsTold();

    shop.owner.saveLimits(Map.of("limit.redis-lost", "database"));
    SmsShop.until(() -> health().contains("DATABASE_MEANWHILE"));
    registered("in the database");
    assertThat(shop.count("select count(*) from send_budget")).isPositive();
    assertThat(shop.owner.browser().get("/admin/limits").body()).contains("限额暂时保存在数据库", "之后回到 Redis");

    redis.start(true);
    SmsShop.until(() -> health().contains("\"redis\":\"THERE\""));
    assertThat(health()).as("until a day is over").contains("DATABASE_MEANWHILE");
    shop.execute("update redis_state set database_until = utc_timestamp(6)");
    SmsShop.until(() -> health().contains("\"store\":\"REDIS\""));
    long rows = shop.count("select count(*) from send_reservation");
    registered("in Redis again");
    assertThat(shop.count("select count(*) from send_reservation")).isEqualTo(rows);
  }

  private static String health() {
    return shop.visitor().get("/health/ready").body();
  }

  private static void registered(String where) {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    assertThat(shop.askForCode(visitor, phone).statusCode()).as(where).isEqualTo(200);
    assertThat(shop.askForCode(visitor, phone).body()).as(where).contains("too-soon");
    Map<String, String> form = SmsShop.form("redis" + phone.substring(5), phone, "000000");
    assertThat(visitor.post("/register", form).statusCode()).as(where + ": a wrong code").isEqualTo(422);
    form.put("smsCode", shop.code(phone));
    HttpResponse<String> answer = visitor.post("/register", form);
    assertThat(answer.statusCode()).as(where + answer.body()).isEqualTo(303);
  }

  private static void nothingIsSent() {
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();
    HttpResponse<String> answer = shop.askForCode(visitor, phone);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"code\":\"counts-lost\"", "限额的计数暂时不可用");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(shop.inbox(phone)).isEmpty();

    visitor.takeCookie("dianpu_lang", "en");
    Map<String, String> form = SmsShop.form("redis" + phone.substring(5), phone, "");
    form.put("captcha", shop.captcha(visitor, "register"));
    HttpResponse<String> page = visitor.post("/register/code", form);
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("Not possible right now", "counts of the limits");
    assertThat(shop.count("select count(*) from send_budget")).isZero();
    assertThat(shop.visitor().get("/").statusCode()).as("the shop is open").isEqualTo(200);
  }

  private static void theOwnerGetsInAndIsTold() {
    HttpVisitor owner = Owner.login(shop.shop.address(), FirstInstall.ADMIN, shop.shop.adminPassword()).browser();
    assertThat(owner.get("/admin").body()).contains("Redis 无法使用：按照设置");
    assertThat(owner.get("/admin/limits").body()).contains("现在不发送也不核对验证码");
    assertThat(owner.get("/admin/limits?who=13800138000").statusCode()).isEqualTo(200);
    assertThat(health()).contains("\"store\":\"NOWHERE\"", "\"redis\":\"LOST\"", "\"status\":\"UP\"");
    SmsShop.until(() -> shop.count("select count(*) from guard_claim where what = 'redis'") == 1);
  }

  /** One sentence, and not the password in it. */
  @Test
  void aWrongAddressStopsTheShopWithOneSentence() {
    ShopServer server = ShopServer.start(ShopUnderTest.newHome(), FreePort.any(), TestDatabase.empty(),
        ShopServer.QUICK_START, Map.of("dianpu.redis.url", "redis//:hush@localhost:6379"));
    try {
      assertThatThrownBy(server::awaitReady).isInstanceOf(CannotStart.class)
          .hasMessageContaining("could not be deployed");
      assertThat(server.log()).content().contains("dianpu.redis.url (DIANPU_REDIS_URL) is not an address like redis://")
          .doesNotContain("hush");
    } finally {
      server.close();
    }
  }
}
