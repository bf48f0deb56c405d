package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Database;
import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.limit.Reservation.Reason;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.Limit;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import dev.dianpu.system.TestPool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each budget alone: 200 people at once, on two nodes, fifty times. An SMS too many is money lost. */
abstract class NeverOneTooManyContract {

  private static final int THREADS = 200;
  private static final int ROUNDS = 50;
  private static final int MOST = 7;
  private static final long COST = 455;

  static TestPool one;
  static TestPool two;

  final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:59:59.500Z"));
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final List<TestStores> stores = new ArrayList<>();
  private final List<SendBudgets> nodes = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  @BeforeAll
  static void open() {
    Database database = TestDatabase.migrated();
    one = new TestPool(database, 32);
    two = new TestPool(database, 32);
  }

  @AfterAll
  static void close() throws Exception {
    one.close();
    two.close();
  }

  /** Where a node counts. */
  abstract TestStores stores(TestPool pool, SecretBox box);

  /** The clock of each test begins before what the last one left. */
  @BeforeEach
  void nothingSentYet() {
    TestStores.forget(one);
    for (TestPool pool : List.of(one, two)) {
      TestStores node = stores(pool, box);
      stores.add(node);
      nodes.add(new SendBudgets(new SendStores(node.stores(), node.redis(), pool, clock), box));
    }
    new Sql(one).update("delete from send_budget");
    new Sql(one).update("update send_site set hour_sends = '', hour_known = '', hour_money = '', day_sends = '',"
        + " day_known = '', day_money = ''");
  }

  @AfterEach
  void leave() {
    stores.forEach(TestStores::close);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void asManyPassAsMayAndNobodyWaitsForGood(Reason reason) {
    SendLimits limits = limits(reason);
    for (int round = 0; round < ROUNDS; round++) {
      List<Reservation> answers = AtOnce.run(THREADS, () -> {
        int number = next.getAndIncrement();
        return nodes.get(number % nodes.size()).reserve(wish(reason, number), limits);
      });
      assertThat(answers).filteredOn(Granted.class::isInstance).as("round %s", round)
          .hasSize(reason == Reason.PHONE_INTERVAL ? 1 : MOST);
      assertThat(answers).filteredOn(Refused.class::isInstance).extracting("reason").containsOnly(reason);
      clock.forward(longestWait(answers));
      assertThat(nodes.get(0).reserve(wish(reason, next.getAndIncrement()), limits)).isInstanceOf(Granted.class);
      clock.forward(Duration.ofDays(1));
    }
  }

  private static Duration longestWait(List<Reservation> answers) {
    Duration longest = answers.stream().filter(Refused.class::isInstance).map(answer -> ((Refused) answer).retryAfter())
        .max(Duration::compareTo).orElseThrow();
    assertThat(longest).isPositive().isLessThanOrEqualTo(Duration.ofDays(1));
    return longest;
  }

  private static SendLimits limits(Reason reason) {
    return switch (reason) {
      case PHONE_INTERVAL -> Wanted.limits().interval(60).now();
      case PHONE_HOUR -> Wanted.limits().phone(MOST, Limit.NONE).now();
      case PHONE_DAY -> Wanted.limits().phone(Limit.NONE, MOST).now();
      case ADDRESS -> Wanted.limits().address(MOST).now();
      case RANGE -> Wanted.limits().range(MOST).now();
      case PREFIX -> Wanted.limits().prefix(MOST).now();
      case SESSION -> Wanted.limits().session(MOST).now();
      case MEMBER -> Wanted.limits().member(MOST).now();
      case SITE -> Wanted.limits().siteDay(MOST).now();
      // One ten-thousandth of a yuan is missing for an eighth.
      case MONEY -> Wanted.limits().money(Limit.NONE, (MOST + 1) * COST - 1).now();
    };
  }

  /** Everybody is somebody else, but for what is limited. */
  private static SendWish wish(Reason reason, int number) {
    boolean onePhone = reason == Reason.PHONE_INTERVAL || reason == Reason.PHONE_HOUR || reason == Reason.PHONE_DAY;
    long phone = onePhone ? 0 : reason == Reason.PREFIX ? number % 1000 : number * 10_007L % 100_000_000;
    int range = reason == Reason.ADDRESS || reason == Reason.RANGE ? 0 : number;
    int host = reason == Reason.ADDRESS ? 1 : number % 256;
    return new SendWish(new PhoneNumber("+86138%08d".formatted(phone)),
        "10.%d.%d.%d".formatted(range / 256 % 256, range % 256, host),
        reason == Reason.SESSION ? 1 : number,
        reason == Reason.MEMBER ? Optional.of(1L) : Optional.of((long) number), COST);
  }
}
