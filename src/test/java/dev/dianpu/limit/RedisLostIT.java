package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.RedisServer;
import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.limit.Reservation.Reason;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import dev.dianpu.system.TestPool;
import dev.dianpu.system.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis goes in the middle of a crowd: each of both stores lets its limit through, and nobody more, for a whole day. */
class RedisLostIT {

  private static final int THREADS = 200;
  private static final int MOST = 7;
  private static final SendLimits LIMITS = Wanted.limits().address(MOST, Duration.ofDays(1)).now();

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final MapSettings settings = TestStores.settings(Stores.DATABASE);
  private final RedisServer server = TestRedis.own();
  private final AtomicInteger next = new AtomicInteger();
  private final List<TestStores> stores = new ArrayList<>();
  private final List<SendBudgets> nodes = new ArrayList<>();
  private TestPool pool;

  @BeforeEach
  void open() {
    server.start(true);
    pool = new TestPool(TestDatabase.migrated(), 64);
    for (int i = 0; i < 2; i++) {
      TestStores node = TestStores.redis(server.address(), pool, clock, box, settings);
      stores.add(node);
      nodes.add(new SendBudgets(new SendStores(node.stores(), node.redis(), pool, clock), box));
    }
  }

  @AfterEach
  void close() throws Exception {
    stores.forEach(TestStores::close);
    server.close();
    pool.close();
  }

  private Reservation ask() {
    int number = next.getAndIncrement();
    return nodes.get(number % 2).reserve(new SendWish(new PhoneNumber("+86138%08d".formatted(number * 10_007L)),
        "203.0.113.7", number, Optional.empty(), 500), LIMITS);
  }

  private List<Granted> granted() {
    return AtOnce.run(THREADS, this::ask).stream().filter(Granted.class::isInstance).map(Granted.class::cast).toList();
  }

  @Test
  void inNoDayMoreThanBothStoresLetThrough() {
    List<Granted> first = granted();
    assertThat(first).hasSize(MOST);
    AtomicInteger crowd = new AtomicInteger();
    List<Granted> meanwhile = new ArrayList<>(AtOnce.run(THREADS, () -> {
      if (crowd.incrementAndGet() == 50) {
        server.close();
      }
      return ask();
    }).stream().filter(Granted.class::isInstance).map(Granted.class::cast).toList());
    server.close();
    meanwhile.addAll(granted());
    assertThat(meanwhile).as("in the database").hasSize(MOST);
    // What Redis counted cannot come back while it is lost, and does not come back twice later.
    first.forEach(send -> nodes.get(0).giveBack(send.id(), GiveBack.VERIFIED));
    assertThat(ask()).extracting("reason").isEqualTo(Reason.ADDRESS);

    for (int flap = 0; flap < 3; flap++) {
      server.start(true);
      stores.forEach(TestStores::look);
      assertThat(granted()).as("it is back, and not in use").isEmpty();
      server.close();
    }
    nodes.get(1).giveBack(meanwhile.get(0).id(), GiveBack.VERIFIED);
    assertThat(granted()).as("the one that came back").hasSize(1);

    server.start(true);
    stores.forEach(TestStores::look);
    clock.forward(Duration.ofDays(1));
    assertThat(granted()).as("the next day, in Redis").hasSize(MOST);
  }
}
