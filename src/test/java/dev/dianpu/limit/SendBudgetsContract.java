package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each SMS too many costs the owner money or the shop its gateway: never one too many passes. */
abstract class SendBudgetsContract {

  private static final int THREADS = 200;
  private static final int ADDRESS = 10;
  private static final int RANGE = 40;
  private static final int SITE = 100;

  /** A message's price, in ten-thousandths of a yuan. */
  private static final long COST = 500;
  private static final AtomicLong NEXT = new AtomicLong();

  static TestPool pool;

  final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:59:59.500Z"));
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private TestStores stores;
  SendBudgets budgets;

  @BeforeAll
  static void open() {
    // As many connections as the container gives, so that some wait for one while others hold locks.
    pool = new TestPool(TestDatabase.migrated(), 64);
  }

  @AfterAll
  static void close() throws Exception {
    pool.close();
  }

  /** Where is counted. */
  abstract TestStores stores(SecretBox box);

  /** How many reservations are kept. */
  abstract long reservations();

  /** As the shop does all five minutes. */
  void clean() {}

  @BeforeEach
  void nothingSentYet() {
    TestStores.forget(pool);
    stores = stores(box);
    budgets = new SendBudgets(new SendStores(stores.stores(), stores.redis(), pool, clock), box);
    new Sql(pool).update("delete from send_budget");
    new Sql(pool).update("update send_site set hour_sends = '', hour_known = '', hour_money = '', day_sends = '',"
        + " day_known = '', day_money = ''");
    new Sql(pool).update("delete from send_reservation");
  }

  @AfterEach
  void leave() {
    stores.close();
  }

  @Test
  void ofManyWhoAskForOnePhoneAtOnceOnePasses() {
    List<Reservation> answers = all(i -> reserve(phone(1), address(i, 1), limits()));
    assertThat(granted(answers)).isEqualTo(1);
    assertThat(refusals(answers)).containsOnly(Reason.PHONE_INTERVAL);
  }

  @Test
  void aPhoneGetsItsHoursNumberAndNoMore() {
    SendLimits limits = Wanted.limits().phone(5, 10).now();
    assertThat(granted(all(i -> reserve(phone(1), address(i, 1), limits)))).isEqualTo(5);
    clock.forward(Duration.ofHours(1));
    assertThat(granted(all(i -> reserve(phone(1), address(i, 1), limits)))).isEqualTo(5);
    clock.forward(Duration.ofHours(1));
    assertThat(refusals(all(i -> reserve(phone(1), address(i, 1), limits))))
        .containsOnly(Reason.PHONE_DAY).hasSize(THREADS);
  }

  @Test
  void anAddressGetsItsNumberAndNoMore() {
    List<Reservation> answers = all(i -> reserve(phone(i), address(7, 1), limits()));
    assertThat(granted(answers)).isEqualTo(ADDRESS);
    assertThat(refusals(answers)).containsOnly(Reason.ADDRESS);
  }

  @Test
  void aRangeGetsItsNumberAndNoMore() {
    List<Reservation> answers = all(i -> reserve(phone(i), address(7, i), limits()));
    assertThat(granted(answers)).isEqualTo(RANGE);
    assertThat(refusals(answers)).containsOnly(Reason.RANGE);
  }

  @Test
  void theSiteGetsItsNumberAndNoMore() {
    List<Reservation> answers = all(i -> reserve(phone(i), address(i, 1), limits()));
    assertThat(granted(answers)).isEqualTo(SITE);
    assertThat(refusals(answers)).containsOnly(Reason.SITE);
  }

  /** One flooder with a hundred ranges must leave room for people who come for the first time. */
  @Test
  void halfOfTheSitesBudgetIsKeptForRangesThatHaveNotSent() {
    SendLimits open = Wanted.limits().site(80).now();
    for (int i = 0; i < 10; i++) {
      assertThat(reserve(phone(i), address(i, 1), open)).isInstanceOf(Granted.class);
    }
    List<Reservation> flood = all(i -> reserve(phone(i), address(i % 10, 1), open));
    assertThat(granted(flood)).as("half of 80").isEqualTo(40);
    assertThat(refusals(flood)).containsOnly(Reason.SITE);
    List<Reservation> newcomers = all(i -> reserve(phone(1000 + i), address(1000 + i, 1), open));
    assertThat(granted(newcomers)).as("80 - 10 - 40").isEqualTo(30);
  }

  /** The same for the day: a flood that is patient must not close the shop either. */
  @Test
  void halfOfTheSitesDayIsKeptForThemToo() {
    SendLimits open = Wanted.limits().siteDay(60).now();
    for (int i = 0; i < 10; i++) {
      reserve(phone(i), address(i, 1), open);
      clock.forward(Duration.ofHours(1));
    }
    assertThat(granted(all(i -> reserve(phone(i), address(i % 10, 1), open)))).as("half of 60").isEqualTo(30);
    assertThat(granted(all(i -> reserve(phone(1000 + i), address(1000 + i, 1), open)))).as("60 - 10 - 30").isEqualTo(20);
  }

  /** Nobody tells a list of windows from one number: five a day is another limit than five an hour. */
  @Test
  void aWindowIsASetting() {
    SendLimits day = Wanted.limits().address(2, Duration.ofDays(1)).now();
    reserve(phone(1), address(1, 1), day);
    clock.forward(Duration.ofHours(23));
    reserve(phone(2), address(1, 1), day);
    assertThat(reserve(phone(3), address(1, 1), day)).isEqualTo(new Refused(Reason.ADDRESS, Duration.ofHours(1)));
    assertThat(reserve(phone(3), address(1, 1), Wanted.limits().address(2).now())).isInstanceOf(Granted.class);
  }

  @Test
  void moneyIsGivenBackAsItWasTaken() {
    SendLimits two = Wanted.limits().money(2 * COST, Limit.NONE).now();
    long first = ((Granted) reserve(phone(1), address(1, 1), two)).id();
    reserve(phone(2), address(2, 1), two);
    assertThat(reserve(phone(3), address(3, 1), two)).extracting("reason").isEqualTo(Reason.MONEY);
    budgets.giveBack(first, GiveBack.VERIFIED);
    budgets.giveBack(first, GiveBack.REJECTED_FOR_MESSAGE);
    assertThat(granted(all(i -> reserve(phone(10 + i), address(10 + i, 1), two)))).isEqualTo(1);
  }

  @Test
  void aRefusalTakesNothing() {
    SendLimits closed = Wanted.limits().interval(60).phone(5, 10).address(10).range(40).site(0).now();
    assertThat(refusals(all(i -> reserve(phone(i), address(i, 1), closed)))).containsOnly(Reason.SITE).hasSize(THREADS);
    assertThat(reservations()).isZero();
    assertThat(granted(all(i -> reserve(phone(i), address(7, 1), limits())))).isEqualTo(ADDRESS);
  }

  @Test
  void theRefusalTellsHowLongToWait() {
    reserve(phone(1), address(1, 1), limits());
    clock.forward(Duration.ofMillis(59_999));
    assertThat(reserve(phone(1), address(1, 1), limits()))
        .isEqualTo(new Refused(Reason.PHONE_INTERVAL, Duration.ofMillis(1)));
    clock.forward(Duration.ofMillis(1));
    assertThat(reserve(phone(1), address(1, 1), limits())).isInstanceOf(Granted.class);
  }

  @Test
  void aVerifiedSendIsGivenBackOnceHoweverOftenAndByHoweverMany() {
    SendLimits three = Wanted.limits().address(3).now();
    long first = ((Granted) reserve(phone(1), address(1, 1), three)).id();
    reserve(phone(2), address(1, 1), three);
    reserve(phone(3), address(1, 1), three);
    assertThat(reserve(phone(4), address(1, 1), three)).extracting("reason").isEqualTo(Reason.ADDRESS);
    all(i -> {
      budgets.giveBack(first, GiveBack.VERIFIED);
      return true;
    });
    assertThat(granted(all(i -> reserve(phone(i), address(1, 1), three)))).isEqualTo(1);
  }

  @Test
  void whatComesBackDependsOnWhatHappened() {
    SendLimits one = Wanted.limits().interval(60).phone(9, 9).address(1).range(9).site(9).now();
    giveBack(reserve(phone(1), address(1, 1), one), GiveBack.REJECTED_FOR_MESSAGE);
    assertThat(reserve(phone(1), address(2, 1), one)).extracting("reason").isEqualTo(Reason.PHONE_INTERVAL);
    assertThat(reserve(phone(2), address(1, 1), one)).extracting("reason").isEqualTo(Reason.ADDRESS);

    giveBack(reserve(phone(3), address(3, 1), one), GiveBack.REJECTED_BY_ALL_CHANNELS);
    assertThat(reserve(phone(3), address(3, 1), one)).isInstanceOf(Granted.class);

    giveBack(reserve(phone(4), address(4, 1), one), GiveBack.VERIFIED);
    assertThat(reserve(phone(5), address(4, 1), one)).isInstanceOf(Granted.class);
    assertThat(reserve(phone(4), address(5, 1), one)).extracting("reason").isEqualTo(Reason.PHONE_INTERVAL);
  }

  /** Reservations, give backs and the cleaning lock the same rows: none of them may fail or lose a unit. */
  @Test
  void nothingIsLostWhileEverythingHappensAtOnce() {
    SendLimits limits = Wanted.limits().now();
    all(i -> {
      for (int round = 0; round < 5; round++) {
        giveBack(reserve(phone(i % 7), address(i % 5, i % 3), limits),
            i % 2 == 0 ? GiveBack.VERIFIED : GiveBack.REJECTED_BY_ALL_CHANNELS);
        clean();
      }
      return true;
    });
    SendLimits none = Wanted.limits().address(1).range(1).site(2).now();
    for (int i = 0; i < 5; i++) {
      giveBack(reserve(phone(100 + i), address(i, 1), none), GiveBack.REJECTED_BY_ALL_CHANNELS);
    }
    assertThat(reserve(phone(200), address(0, 0), none)).isInstanceOf(Granted.class);
  }

  static SendLimits limits() {
    return Wanted.limits().interval(60).phone(5, 10).address(ADDRESS).range(RANGE).site(SITE).now();
  }

  static PhoneNumber phone(int number) {
    return new PhoneNumber("+86138%08d".formatted(number));
  }

  static String address(int range, int host) {
    return "10.%d.%d.%d".formatted(range / 256, range % 256, host);
  }

  Reservation reserve(PhoneNumber phone, String address, SendLimits limits) {
    return budgets.reserve(new SendWish(phone, address, NEXT.incrementAndGet(), Optional.empty(), COST), limits);
  }

  private void giveBack(Reservation reservation, GiveBack what) {
    budgets.giveBack(((Granted) reservation).id(), what);
  }

  private static long granted(List<Reservation> answers) {
    return answers.stream().filter(Granted.class::isInstance).count();
  }

  private static List<Reason> refusals(List<Reservation> answers) {
    return answers.stream().filter(Refused.class::isInstance).map(answer -> ((Refused) answer).reason()).toList();
  }

  static long rows(String table) {
    return new Sql(pool).number("select count(*) from " + table).orElseThrow();
  }

  /** Lets 200 people do this at the same moment. */
  private static <T> List<T> all(IntFunction<T> deed) {
    AtomicInteger number = new AtomicInteger();
    return AtOnce.run(THREADS, () -> deed.apply(number.getAndIncrement()));
  }
}
