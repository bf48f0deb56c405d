package dev.dianpu.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsEvent.Receipt;
import dev.dianpu.spi.SmsEvent.Reply;
import dev.dianpu.spi.SmsEvent.TemplateAudit;
import dev.dianpu.system.AtOnce;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from gateways: what it changes, and what it must not change. */
class EventsIT {

  private static final String TO = "13800138000";
  private static final Instant AT = Instant.parse("2026-11-22T04:01:00Z");
  private static final String RECEIPT = "select receipt, receipt_code, state from sms_attempt";
  private static final String OUTCOMES = "select outcome from sms_event order by id";

  private static SmsBeans sms;

  @BeforeAll
  static void start() {
    sms = new SmsBeans();
  }

  @AfterAll
  static void stop() {
    sms.close();
  }

  @BeforeEach
  void reset() {
    sms.reset();
  }

  private static Receipt receipt(String id, String to, boolean delivered) {
    return new Receipt(id, to, delivered, delivered ? "DELIVRD" : "UNDELIV", "", Optional.of(AT));
  }

  private static void came(String channel, SmsEvent... events) {
    sms.beans.get(ReceiveEvents.class).keep(channel, List.of(events));
  }

  private static void work() {
    sms.beans.get(EventWork.class).run();
  }

  private static void came(SmsEvent... events) {
    came("one", events);
    work();
  }

  private static Reply reply(String text) {
    return new Reply("", TO, text, Optional.of(AT));
  }

  @Test
  void aReceiptIsKeptBesideItsAttempt() {
    sms.channel("one");
    sms.send();
    came(receipt("gw-1", TO, true));
    assertThat(sms.read(RECEIPT)).isEqualTo("DELIVERED DELIVRD ACCEPTED");
    assertThat(sms.read("select receipt_at from sms_attempt")).startsWith("2026-11-22 04:01:00");
  }

  @Test
  void theNumberMayBeWrittenInAnyWay() {
    sms.channel("one");
    sms.send();
    came(receipt("gw-1", "8613800138000", false));
    assertThat(sms.read(RECEIPT)).isEqualTo("FAILED UNDELIV ACCEPTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"13800138001", "138****8000", "not a number"})
  void aReceiptForAnotherNumberChangesNothing(String number) {
    sms.channel("one");
    sms.send();
    came(receipt("gw-1", number, true));
    assertThat(sms.read(RECEIPT)).isEqualTo("  ACCEPTED");
    sms.clock.forward(WorkOnEvent.PATIENCE);
    work();
    assertThat(sms.read(RECEIPT)).isEqualTo("  ACCEPTED");
    assertThat(sms.read(OUTCOMES)).isEqualTo("UNMATCHED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GW-1", "gw-2", "gw-1 ", "", "' or 1=1 --"})
  void aReceiptForAnotherIdChangesNothing(String id) {
    sms.channel("one");
    sms.send();
    came(receipt(id, TO, true));
    assertThat(sms.read(RECEIPT)).isEqualTo("  ACCEPTED");
  }

  @Test
  void aReceiptOfAnotherGatewayChangesNothing() {
    sms.channel("one");
    sms.send();
    came("two", receipt("gw-1", TO, true));
    work();
    assertThat(sms.read(RECEIPT)).isEqualTo("  ACCEPTED");
  }

  @Test
  void aReceiptMayComeAtTheAddressOfAnotherAccountOfTheGateway() {
    sms.channel("one.2");
    sms.send();
    came("one", receipt("gw-1", TO, true));
    work();
    assertThat(sms.read(RECEIPT)).isEqualTo("DELIVERED DELIVRD ACCEPTED");
  }

  @Test
  void whereOneIdNamesManyPhonesTheNumberTellsThemApart() {
    sms.channel("one");
    sms.send();
    sms.beans.get(SmsSender.class).send(SmsRequest.of(MessageKind.CODE, new PhoneNumber("+8613900139000"), "register",
        SmsBeans.WORDING, SmsBeans.VALUES));
    came(receipt("gw-1", "13900139000", false));
    assertThat(sms.read("select receipt from sms_attempt order by id")).isEqualTo(", FAILED");
  }

  @Test
  void withoutANumberTheIdMustBeOfOneAttempt() {
    sms.channel("one");
    sms.send();
    came(receipt("gw-1", "", true));
    assertThat(sms.read(RECEIPT)).isEqualTo("DELIVERED DELIVRD ACCEPTED");
    sms.execute("update sms_attempt set receipt = '', receipt_code = ''");
    sms.send();
    came(receipt("gw-1", "", false));
    assertThat(sms.read("select distinct receipt from sms_attempt")).isEmpty();
  }

  @Test
  void theSameEventOnceMoreIsNotEvenKept() {
    sms.channel("one");
    sms.send();
    came(receipt("gw-1", TO, true), receipt("gw-1", TO, true));
    came(receipt("gw-1", TO, true));
    assertThat(sms.read(OUTCOMES)).isEqualTo("APPLIED");
  }

  @Test
  void sixtyFourPushesOfTheSameAtOnceMakeOneRow() {
    sms.channel("one");
    sms.send();
    AtOnce.run(64, () -> {
      came("one", receipt("gw-1", TO, true), reply("TD"));
      work();
      return true;
    });
    assertThat(sms.read("select kind, outcome from sms_event order by kind"))
        .isEqualTo("RECEIPT APPLIED, REPLY OPTED_OUT");
    assertThat(sms.read("select count(*) from sms_opt_out")).isEqualTo("1");
  }

  @Test
  void ofContradictingReceiptsTheFirstStaysAndTheOtherIsKept() {
    sms.channel("one");
    sms.send();
    came(receipt("gw-1", TO, false));
    came(receipt("gw-1", TO, true));
    came(new Receipt("gw-1", TO, false, "UNDELIV", "", Optional.of(AT.plusSeconds(9))));
    assertThat(sms.read(RECEIPT)).isEqualTo("FAILED UNDELIV ACCEPTED");
    assertThat(sms.read(OUTCOMES)).isEqualTo("APPLIED, CONTRADICTS, REPEATED");
    assertThat(sms.read("select count(distinct attempt_id) from sms_event")).isEqualTo("1");
  }

  /** The gateway pushed while its own answer was still on its way to us. */
  @Test
  void aReceiptThatOvertakesOurOwnCommitWaitsForIt() {
    sms.channel("one").answering(message -> {
      came(receipt("gw-1", TO, true));
      assertThat(sms.read(OUTCOMES)).isEqualTo("WAITING");
      return FakeChannel.ACCEPTED;
    });
    sms.send();
    sms.clock.forward(Duration.ofSeconds(2));
    work();
    assertThat(sms.read(RECEIPT)).isEqualTo("DELIVERED DELIVRD ACCEPTED");
  }

  @Test
  void aReceiptThatMatchesNothingIsGivenUpAfterTenMinutesAndNotEarlier() {
    came(receipt("nobody", TO, true));
    sms.clock.forward(WorkOnEvent.PATIENCE.minusSeconds(1));
    work();
    assertThat(sms.read(OUTCOMES)).isEqualTo("WAITING");
    sms.clock.forward(Duration.ofSeconds(31));
    work();
    assertThat(sms.read(OUTCOMES)).isEqualTo("UNMATCHED");
    assertThat(sms.read("select count(*) from sms_event where due_at is not null")).isEqualTo("0");
  }

  @Test
  void whatAPhoneGotIsNoLongerUnknown() {
    sms.channel("one").answering(FakeChannel.UNKNOWN);
    sms.send();
    String ours = sms.read("select attempt_id from sms_attempt");
    came(receipt(ours, TO, true));
    assertThat(sms.read("select a.state, m.state from sms_attempt a, sms_message m")).isEqualTo("ACCEPTED ACCEPTED");
  }

  /** The gateway gives our own id back, and its receipt is faster than the time-out of its answer. */
  @Test
  void anAnswerThatNeverComesDoesNotUndoAReceipt() {
    sms.channel("one").answering(message -> {
      came(receipt(message.attemptId(), TO, true));
      return new SendOutcome.Unknown(new GatewayAnswer("", "", "", "fake.timeout"));
    });
    sms.send();
    assertThat(sms.read("select a.state, m.state from sms_attempt a, sms_message m")).isEqualTo("ACCEPTED ACCEPTED");
  }

  @Test
  void whoHadAMessageSentLearnsThatItArrivedAfterAll() {
    sms.channel("one").answering(FakeChannel.UNKNOWN);
    sms.beans.get(SmsSender.class).send(SmsRequest.of(MessageKind.NOTICE, SmsBeans.PHONE, "shipped", SmsBeans.WORDING,
        SmsBeans.VALUES).referringTo("notice:7"));
    came(receipt(sms.read("select attempt_id from sms_attempt"), TO, true));
    assertThat(sms.confirmed).containsExactly("notice:7");
    assertThat(sms.beans.get(MessageFates.class).delivered(SmsBeans.PHONE, "one")).isTrue();
    assertThat(sms.beans.get(MessageFates.class).delivered(SmsBeans.PHONE, "two")).isFalse();
    sms.channel("one").answering(FakeChannel.ACCEPTED);
    sms.send();
    assertThat(sms.beans.get(MessageFates.class).delivered(SmsBeans.PHONE, "one")).as("not the newest").isFalse();
  }

  @Test
  void whatCameLongAgoIsDeletedUnlessItStillWaits() {
    came(reply("谢谢"), receipt("nobody", TO, true));
    PastEvents past = sms.beans.get(PastEvents.class);
    assertThat(past.deleteExpired(sms.clock.instant().plus(Duration.ofDays(180)), 10)).isZero();
    assertThat(past.deleteExpired(sms.clock.instant().plus(Duration.ofDays(181)), 10)).isEqualTo(1);
    assertThat(sms.read("select kind, outcome from sms_event")).isEqualTo("RECEIPT WAITING");
  }

  @Test
  void aFailedReceiptDoesNotMakeAnUnknownOutcomeCertain() {
    sms.channel("one").answering(FakeChannel.UNKNOWN);
    sms.send();
    came(receipt(sms.read("select attempt_id from sms_attempt"), TO, false));
    assertThat(sms.read(RECEIPT)).isEqualTo("FAILED UNDELIV UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TD", "td", "T", "退订", " ＴＤ。", "回T", "R", "n"})
  void aWordThatOptsOutPutsThePhoneOnTheList(String text) {
    came(reply(text));
    assertThat(sms.read("select channel, reason from sms_opt_out")).isEqualTo("one REPLY");
    byte[] phone = sms.beans.get(SmsSecrets.class).digest(SmsBeans.PHONE);
    assertThat(sms.beans.get(OptOuts.class).contains(List.of(phone))).hasSize(1);
    assertThat(sms.beans.get(OptOutList.class).page(0, 9).get(0).maskedPhone()).isEqualTo("138****8000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"不要退订", "Thanks", "", "TDTD", "？"})
  void anyOtherReplyIsOnlyKept(String text) {
    came(reply(text));
    assertThat(sms.read("select count(*) from sms_opt_out")).isEqualTo("0");
    assertThat(sms.read(OUTCOMES)).isEqualTo("NOTED");
  }

  @Test
  void aNumberThatWasTakenOffTheListIsNotPutBackByTheSameReply() {
    came(reply("TD"));
    sms.beans.get(OptOutList.class).remove(sms.beans.get(OptOutList.class).page(0, 1).get(0).id());
    came(reply("TD"));
    assertThat(sms.read("select count(*) from sms_opt_out")).isEqualTo("0");
  }

  @Test
  void neitherPhoneNorWordsStandReadableInTheTable() {
    came(reply("请别再发"));
    assertThat(sms.read("select * from sms_event")).doesNotContain(TO).doesNotContain("请别再发");
  }

  @Test
  void anAuditChangesTheFiledTextOfItsChannel() {
    for (String channel : List.of("one", "two")) {
      sms.execute("insert into sms_template (channel, wording, wording_digest, kind, gateway_id, state, remark,"
          + " created_at, changed_at) values ('" + channel + "', 'x', repeat('x', 32), 'CODE', 't-1', 'PENDING', '',"
          + " now(), now())");
    }
    came(new TemplateAudit("t-1", false, "请写明用途"));
    assertThat(sms.read("select channel, state, remark from sms_template order by channel"))
        .isEqualTo("one REJECTED 请写明用途, two PENDING ");
    came(new TemplateAudit("t-1", true, ""));
    assertThat(sms.read("select state from sms_template where channel = 'one'")).isEqualTo("APPROVED");
  }

  /** Somebody holds the attempt's row: what comes is written down all the same, and is worked on later. */
  @Test
  void aHeldLockDelaysTheWorkButNotWhatIsWrittenDown() throws Exception {
    sms.channel("one");
    sms.send();
    Thread worker = new Thread(EventsIT::work);
    try (Connection holder = sms.database.connect()) {
      holder.setAutoCommit(false);
      holder.createStatement().executeQuery("select id from sms_attempt for update");
      came("one", receipt("gw-1", TO, true));
      worker.start();
      Instant latest = Instant.now().plusSeconds(20);
      while (sms.read("select due_at > '2026-11-22 04:00:30' from sms_event").equals("0")) {
        assertThat(Instant.now()).isBefore(latest);
        Thread.onSpinWait();
      }
      came("one", receipt("gw-1", TO, true), reply("hello"));
      assertThat(sms.read("select count(*) from sms_event")).isEqualTo("2");
      assertThat(sms.read(RECEIPT)).isEqualTo("  ACCEPTED");
      holder.rollback();
    }
    worker.join(20_000);
    work();
    assertThat(sms.read(RECEIPT)).isEqualTo("DELIVERED DELIVRD ACCEPTED");
  }

  /** A node died in the middle: the event was claimed, and nothing came of it. */
  @Test
  void aClaimedEventIsDueAgainAfterAMinute() {
    sms.channel("one");
    sms.send();
    came("one", receipt("gw-1", TO, true));
    EventRepository events = sms.beans.get(EventRepository.class);
    ReceivedEvent event = events.due(sms.clock.instant(), 9).get(0);
    assertThat(events.claim(event, sms.clock.instant().plusSeconds(60))).isTrue();
    assertThat(events.claim(event, sms.clock.instant().plusSeconds(60))).as("another node").isFalse();
    work();
    assertThat(sms.read(OUTCOMES)).isEqualTo("WAITING");
    sms.clock.forward(Duration.ofMinutes(1));
    work();
    assertThat(sms.read(OUTCOMES)).isEqualTo("APPLIED");
  }
}
