package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.limit.Reservation.Reason;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.Limit;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import dev.dianpu.system.TestPool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner sees of the limits, and how somebody is let through again. */
abstract class LimitUseContract {

  private static final PhoneNumber PHONE = new PhoneNumber("+8613800138000");
  private static final String ADDRESS = "203.0.113.7";

  static TestPool pool;

  final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private TestStores stores;
  private SendBudgets budgets;
  private LimitUse use;

  @BeforeAll
  static void open() {
    pool = new TestPool(TestDatabase.migrated(), 4);
  }

  @AfterAll
  static void close() throws Exception {
    pool.close();
  }

  /** Where is counted. */
  abstract TestStores stores(SecretBox box);

  @BeforeEach
  void begin() {
    TestStores.forget(pool);
    stores = stores(box);
    SendStores sends = new SendStores(stores.stores(), stores.redis(), pool, clock);
    budgets = new SendBudgets(sends, box);
    use = new LimitUse(sends, clock, box);
  }

  @AfterEach
  void leave() {
    stores.close();
  }

  private long send(SendLimits limits) {
    return ((Granted) budgets.reserve(new SendWish(PHONE, ADDRESS, 1, Optional.empty(), 500), limits)).id();
  }

  private static LimitSubject named(PhoneNumber phone) {
    return new LimitSubject(Optional.of(phone), Optional.empty(), Optional.empty());
  }

  private static LimitSubject from(String address) {
    return new LimitSubject(Optional.empty(), Optional.empty(), Optional.of(address));
  }

  @Test
  void whoeverIsNamedIsFoundWithWhatIsUsedAndWhenTheNextPasses() {
    SendLimits limits = Wanted.limits().interval(60).phone(5, 10).prefix(1).address(2).range(9).now();
    LimitUse.Site before = use.hour();
    send(limits);
    Instant now = clock.instant();
    assertThat(use.of(named(PHONE), limits)).extracting(LimitUse.Use::reason, LimitUse.Use::used, LimitUse.Use::most,
            LimitUse.Use::until).containsExactly(
        tuple(Reason.PHONE_DAY, 1L, 10L, Optional.empty()),
        tuple(Reason.PHONE_HOUR, 1L, 5L, Optional.empty()),
        tuple(Reason.PHONE_INTERVAL, 1L, 1L, Optional.of(now.plusSeconds(60))),
        tuple(Reason.PREFIX, 1L, 1L, Optional.of(now.plus(Duration.ofHours(1)))));
    assertThat(use.of(from(ADDRESS), limits)).extracting(LimitUse.Use::budget).containsExactly("ADDRESS", "RANGE");
    assertThat(use.of(from("203.0.113.250"), limits)).extracting(LimitUse.Use::used).as("the range is shared")
        .containsExactly(0L, 1L);
    LimitSubject prefix = new LimitSubject(Optional.empty(), Optional.of("1380013"), Optional.empty());
    assertThat(use.of(prefix, limits)).extracting(LimitUse.Use::used).containsExactly(1L);
    assertThat(use.hour().sends() - before.sends()).isEqualTo(1);
    assertThat(use.hour().money() - before.money()).isEqualTo(500);
  }

  @Test
  void whoIsLetThroughAgainGetsTheWholeLimitAndNoMore() {
    SendLimits limits = Wanted.limits().address(2, Duration.ofDays(1)).now();
    List<Long> old = List.of(send(limits), send(limits));
    use.empty(from(ADDRESS), Budget.ADDRESS);
    send(limits);
    // Their units came back with the rest: again would be one too many.
    old.forEach(id -> budgets.giveBack(id, GiveBack.VERIFIED));
    send(limits);
    assertThat(budgets.reserve(new SendWish(PHONE, ADDRESS, 1, Optional.empty(), 500), limits))
        .extracting("reason").isEqualTo(Reason.ADDRESS);
    assertThatThrownBy(() -> use.empty(from(ADDRESS), Budget.SITE)).isInstanceOf(IllegalArgumentException.class);
    assertThat(use.of(from(ADDRESS), Wanted.limits().now())).extracting(LimitUse.Use::most).containsOnly(Limit.NONE);
  }
}
