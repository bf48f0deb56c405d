package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import dev.dianpu.system.TestPool;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One solved captcha is worth three SMS to one phone, not a key to any phone. */
abstract class SendTicketsContract {

  static final PhoneNumber PHONE = new PhoneNumber("+8613800138000");

  static TestPool pool;

  final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  final long session = newSession();
  private TestStores stores;
  SendTickets tickets;

  /** Where tickets are kept. */
  abstract TestStores stores(SecretBox box);

  @BeforeAll
  static void open() {
    pool = new TestPool(TestDatabase.migrated(), 32);
  }

  @AfterAll
  static void close() throws Exception {
    pool.close();
  }

  @BeforeEach
  void begin() {
    TestStores.forget(pool);
    stores = stores(box);
    tickets = new SendTickets(stores.stores(), stores.redis(), pool, clock, box);
  }

  @AfterEach
  void leave() {
    stores.close();
  }

  @Test
  void aTicketSendsThreeTimesHoweverManyTryAtOnce() {
    long ticket = tickets.issue(session, PHONE, Purpose.REGISTER);
    assertThat(AtOnce.run(50, () -> tickets.use(ticket)).stream().filter(used -> used)).hasSize(2);
    assertThat(tickets.live(session, PHONE, Purpose.REGISTER)).isEmpty();
  }

  @Test
  void aSendThatSurelyDidNotHappenComesBack() {
    long ticket = tickets.issue(session, PHONE, Purpose.REGISTER);
    tickets.giveBack(ticket);
    for (int i = 0; i < SendTickets.SENDS; i++) {
      assertThat(tickets.use(ticket)).isTrue();
    }
    tickets.giveBack(ticket);
    assertThat(tickets.live(session, PHONE, Purpose.REGISTER)).contains(ticket);
    assertThat(tickets.use(ticket)).isTrue();
    assertThat(tickets.use(ticket)).isFalse();
  }

  @Test
  void aTicketIsOfItsSessionPhoneAndPurposeOnly() {
    long ticket = tickets.issue(session, PHONE, Purpose.REGISTER);
    assertThat(tickets.live(session, PHONE, Purpose.REGISTER)).contains(ticket);
    assertThat(tickets.live(newSession(), PHONE, Purpose.REGISTER)).isEmpty();
    assertThat(tickets.live(session, new PhoneNumber("+8613800138001"), Purpose.REGISTER)).isEmpty();
    assertThat(tickets.live(session, PHONE, Purpose.LOGIN)).isEmpty();
  }

  @Test
  void afterTenMinutesATicketIsWorthNothing() {
    long ticket = tickets.issue(session, PHONE, Purpose.REGISTER);
    clock.forward(Duration.ofMinutes(10));
    assertThat(tickets.live(session, PHONE, Purpose.REGISTER)).isEmpty();
    assertThat(tickets.use(ticket)).isFalse();
  }

  private long newSession() {
    return new Sql(pool).insert("insert into session (token_hash, created_at, expires_at) values (?, ?, ?)",
        box.random(32), clock.instant(), clock.instant().plus(Duration.ofHours(2)));
  }
}
