package dev.dianpu.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.dev.RedisServer;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.Stores.Place;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import dev.dianpu.system.TestPool;
import dev.dianpu.system.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis goes and comes back, with or without what it knew: never are there no limits. */
class StoresIT {

  private static final String KEY = "counter";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final RedisServer server = TestRedis.own();
  private final MapSettings settings = TestStores.settings(Stores.REFUSE);
  private TestPool pool;
  private TestStores one;
  private TestStores two;

  @BeforeEach
  void open() {
    pool = new TestPool(TestDatabase.migrated(), 8);
    one = TestStores.redis(server.address(), pool, clock, box, settings);
    two = TestStores.redis(server.address(), pool, clock, box, settings);
  }

  @AfterEach
  void close() throws Exception {
    one.close();
    two.close();
    server.close();
    pool.close();
  }

  private static String where(TestStores node) {
    return node.stores().either(() -> {
      node.redis().read(List.of(KEY));
      return "redis";
    }, () -> "database");
  }

  private static String captchasOf(TestStores node) {
    return node.stores().ifThere(() -> {
      node.redis().read(List.of(KEY));
      return "redis";
    }, () -> "database");
  }

  @Test
  void aLostRedisIsRefusedAndGoesOnByItselfIfTheOwnerWantsItSo() {
    server.start(true);
    assertThat(where(one)).isEqualTo("redis");
    server.close();
    assertThatThrownBy(() -> where(one)).isInstanceOf(RedisLost.class);
    assertThatThrownBy(() -> where(two)).isInstanceOf(RedisLost.class);
    assertThat(one.stores().state().place()).isEqualTo(Place.NOWHERE);
    assertThat(captchasOf(one)).as("an owner gets in").isEqualTo("database");

    server.start(true);
    one.stores().look();
    assertThat(where(one)).isEqualTo("redis");
    assertThat(one.stores().state().dataLostAt()).as("it kept them").isEmpty();
  }

  @Test
  void orTheDatabaseCountsUntilNothingCountsAnyMoreThatRedisKnew() {
    settings.save(Stores.SETTING, Stores.DATABASE);
    server.start(true);
    assertThat(where(one) + where(two)).isEqualTo("redisredis");
    server.close();
    assertThat(where(one)).isEqualTo("database");
    assertThat(one.stores().state().place()).isEqualTo(Place.DATABASE_MEANWHILE);
    clock.forward(Duration.ofHours(5));
    one.stores().look();

    server.start(true);
    one.stores().look();
    two.stores().look();
    clock.forward(Duration.ofHours(24).minusSeconds(1));
    assertThat(where(one) + where(two)).as("also the node that never missed it").isEqualTo("databasedatabase");
    clock.forward(Duration.ofSeconds(1));
    assertThat(where(one) + where(two)).isEqualTo("redisredis");
  }

  /** An operator may start the shop before Redis. */
  @Test
  void aRedisThatComesLaterIsNewAndLostNothing() {
    settings.save(Stores.SETTING, Stores.DATABASE);
    assertThat(where(one)).isEqualTo("database");
    server.start(false);
    one.stores().look();
    clock.forward(Duration.ofDays(1));
    assertThat(where(one)).isEqualTo("redis");
    assertThat(one.stores().state().dataLostAt()).isEmpty();
  }

  @Test
  void aRedisThatLostItsDataIsKnownByThatAndTheOwnerLearnsIt() {
    server.start(false);
    assertThat(where(one)).isEqualTo("redis");
    assertThat(one.stores().state().dataLostAt()).as("new is not lost").isEmpty();
    server.close();
    server.start(false);
    one.stores().look();
    assertThat(one.stores().state().dataLostAt()).contains(clock.instant());
    assertThat(where(one)).isEqualTo("redis");

    settings.save(Stores.SETTING, Stores.DATABASE);
    new RedisKeys(server.address()).flush();
    two.stores().look();
    assertThat(where(two)).as("not again and again from nothing").isEqualTo("database");
    one.stores().look();
    assertThat(where(one)).isEqualTo("database");
    clock.forward(Duration.ofDays(1));
    assertThat(where(one)).isEqualTo("redis");
    assertThat(one.stores().state().dataLostAt()).isEmpty();
  }

  @Test
  void aConnectionThatEndedWhileItWasIdleIsNoLoss() {
    server.start(true);
    assertThat(where(one)).isEqualTo("redis");
    new RedisKeys(server.address()).endConnections();
    assertThat(where(one)).isEqualTo("redis");
    assertThat(one.stores().state().place()).isEqualTo(Place.REDIS);
  }

  /** Two hundred people at a Redis that hangs or is gone must not wait for each other's patience. */
  @Test
  void manyWhoMeetTheLossAtOnceAreAllRefusedSoon() {
    server.start(true);
    assertThat(where(one)).isEqualTo("redis");
    server.close();
    long begin = System.nanoTime();
    List<Boolean> refused = AtOnce.run(200, () -> {
      try {
        where(one);
        return false;
      } catch (RedisLost lost) {
        return true;
      }
    });
    assertThat(refused).containsOnly(true);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void ofManyChangesAtOnceNoneIsLostOnTwoNodes() {
    server.start(false);
    AtOnce.run(200, () -> {
      for (int i = 0; i < 10; i++) {
        TestStores node = i % 2 == 0 ? one : two;
        node.redis().change(List.of(KEY), values -> {
          byte[] more = new byte[values.get(KEY).map(bytes -> bytes.length).orElse(0) + 1];
          values.set(KEY, more, Duration.ofMinutes(1));
          return more;
        });
      }
      return true;
    });
    assertThat(one.redis().read(List.of(KEY)).get(KEY).orElseThrow()).hasSize(2000);
  }

  @Test
  void whatIsRemovedOrHasNoLifeIsGone() {
    server.start(false);
    one.redis().change(List.of(KEY), values -> {
      values.set(KEY, new byte[] {7}, Duration.ofMinutes(1));
      return values;
    });
    one.redis().change(List.of(KEY), values -> {
      values.set(KEY, new byte[] {8}, Duration.ofMillis(-5));
      return values;
    });
    assertThat(one.redis().read(List.of(KEY)).get(KEY)).isEmpty();
    assertThatThrownBy(() -> one.redis().read(List.of(KEY)).get("other")).isInstanceOf(IllegalArgumentException.class);
  }

  /** Shops that share one Redis. */
  @Test
  void anotherShopsValuesAreNotSeen() {
    server.start(false);
    one.redis().change(List.of(KEY), values -> {
      values.set(KEY, new byte[] {7}, Duration.ofMinutes(1));
      return values;
    });
    SecretBox other = new SecretBox(KeyRing.parse(KeyRing.generate()));
    try (TestStores neighbour = TestStores.redis(server.address(), pool, clock, other, settings)) {
      assertThat(neighbour.redis().read(List.of(KEY)).get(KEY)).isEmpty();
    }
  }
}
