package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.limit.Reservation.Reason;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import dev.dianpu.system.TestPool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each SMS too many costs the owner money or the shop its gateway: never one too many passes. */
class SendBudgetsIT {

  private static final int THREADS = 200;
  private static final int MANY = 1_000_000;

  private static TestPool pool;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:59:59.500Z"));
  private final SendBudgets budgets = new SendBudgets(pool, clock, new SecretBox(KeyRing.parse(KeyRing.generate())));

  @BeforeAll
  static void open() {
    // As many connections as the container gives, so that some wait for one while others hold locks.
    pool = new TestPool(TestDatabase.migrated(), 64);
  }

  @AfterAll
  static void close() throws Exception {
    pool.close();
  }

  @BeforeEach
  void nothingSentYet() {
    new Sql(pool).update("delete from send_budget where kind < 4");
    new Sql(pool).update("update send_budget set sends = '', known_sends = ''");
    new Sql(pool).update("delete from send_reservation");
  }

  @Test
  void ofManyWhoAskForOnePhoneAtOnceOnePasses() {
    List<Reservation> answers = all(i -> reserve(phone(1), address(i, 1), limits()));
    assertThat(granted(answers)).isEqualTo(1);
    assertThat(refusals(answers)).containsOnly(Reason.PHONE_INTERVAL);
  }

  @Test
  void aPhoneGetsItsHoursNumberAndNoMore() {
    SendLimits limits = new SendLimits(Duration.ZERO, 5, 10, MANY, MANY, MANY);
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
    assertThat(granted(answers)).isEqualTo(limits().addressHour());
    assertThat(refusals(answers)).containsOnly(Reason.ADDRESS);
  }

  @Test
  void aRangeGetsItsNumberAndNoMore() {
    List<Reservation> answers = all(i -> reserve(phone(i), address(7, i), limits()));
    assertThat(granted(answers)).isEqualTo(limits().rangeHour());
    assertThat(refusals(answers)).containsOnly(Reason.RANGE);
  }

  @Test
  void theSiteGetsItsNumberAndNoMore() {
    List<Reservation> answers = all(i -> reserve(phone(i), address(i, 1), limits()));
    assertThat(granted(answers)).isEqualTo(limits().siteHour());
    assertThat(refusals(answers)).containsOnly(Reason.SITE);
  }

  /** One flooder with a hundred ranges must leave room for people who come for the first time. */
  @Test
  void halfOfTheSitesBudgetIsKeptForRangesThatHaveNotSent() {
    SendLimits open = new SendLimits(Duration.ZERO, MANY, MANY, MANY, MANY, 80);
    for (int i = 0; i < 10; i++) {
      assertThat(reserve(phone(i), address(i, 1), open)).isInstanceOf(Granted.class);
    }
    List<Reservation> flood = all(i -> reserve(phone(i), address(i % 10, 1), open));
    assertThat(granted(flood)).as("half of 80").isEqualTo(40);
    assertThat(refusals(flood)).containsOnly(Reason.SITE);
    List<Reservation> newcomers = all(i -> reserve(phone(1000 + i), address(1000 + i, 1), open));
    assertThat(granted(newcomers)).as("80 - 10 - 40").isEqualTo(30);
  }

  @Test
  void aRefusalTakesNothing() {
    SendLimits closed = new SendLimits(Duration.ofMinutes(1), 5, 10, 10, 40, 0);
    assertThat(refusals(all(i -> reserve(phone(i), address(i, 1), closed)))).containsOnly(Reason.SITE).hasSize(THREADS);
    assertThat(rows("send_reservation")).isZero();
    assertThat(granted(all(i -> reserve(phone(i), address(7, 1), limits())))).isEqualTo(limits().addressHour());
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
    SendLimits three = new SendLimits(Duration.ZERO, MANY, MANY, 3, MANY, MANY);
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
    SendLimits one = new SendLimits(Duration.ofMinutes(1), 9, 9, 1, 9, 9);
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
    SendLimits limits = new SendLimits(Duration.ZERO, MANY, MANY, MANY, MANY, MANY);
    PastSends past = new PastSends(pool);
    all(i -> {
      for (int round = 0; round < 5; round++) {
        giveBack(reserve(phone(i % 7), address(i % 5, i % 3), limits),
            i % 2 == 0 ? GiveBack.VERIFIED : GiveBack.REJECTED_BY_ALL_CHANNELS);
        past.deleteExpired(clock.instant(), 10);
      }
      return true;
    });
    SendLimits none = new SendLimits(Duration.ZERO, MANY, MANY, 1, 1, 2);
    for (int i = 0; i < 5; i++) {
      giveBack(reserve(phone(100 + i), address(i, 1), none), GiveBack.REJECTED_BY_ALL_CHANNELS);
    }
    assertThat(reserve(phone(200), address(0, 0), none)).isInstanceOf(Granted.class);
  }

  @Test
  void whatCountsNoMoreIsDeleted() {
    for (int i = 0; i < 10; i++) {
      reserve(phone(i), address(i, 1), limits());
    }
    PastSends past = new PastSends(pool);
    assertThat(past.deleteExpired(clock.instant(), 500)).isZero();
    clock.forward(Duration.ofHours(24).plusMillis(1));
    assertThat(past.deleteExpired(clock.instant(), 8)).as("a batch").isEqualTo(8);
    while (past.deleteExpired(clock.instant(), 8) == 8) {
      assertThat(rows("send_budget")).isGreaterThan(1);
    }
    assertThat(rows("send_budget")).as("the site's").isEqualTo(1);
    assertThat(rows("send_reservation")).isZero();
  }

  private static SendLimits limits() {
    return new SendLimits(Duration.ofSeconds(60), 5, 10, 10, 40, 100);
  }

  private static PhoneNumber phone(int number) {
    return new PhoneNumber("+86138%08d".formatted(number));
  }

  private static String address(int range, int host) {
    return "10.%d.%d.%d".formatted(range / 256, range % 256, host);
  }

  private Reservation reserve(PhoneNumber phone, String address, SendLimits limits) {
    return budgets.reserve(phone, address, limits);
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

  private static long rows(String table) {
    return new Sql(pool).number("select count(*) from " + table).orElseThrow();
  }

  /** Lets 200 people do this at the same moment. */
  private static <T> List<T> all(IntFunction<T> deed) {
    AtomicInteger number = new AtomicInteger();
    return AtOnce.run(THREADS, () -> deed.apply(number.getAndIncrement()));
  }
}
