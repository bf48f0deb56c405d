package dev.dianpu.notification;

import static dev.dianpu.notification.RecordingChannel.ACCEPTED;
import static dev.dianpu.notification.RecordingChannel.UNKNOWN;
import static dev.dianpu.notification.RecordingChannel.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.sms.MessageKind;
import dev.dianpu.sms.SmsParts;
import dev.dianpu.sms.SmsRequest;
import dev.dianpu.sms.SmsSender;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.system.BareBeans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sending what is in the outbox: once, by many, in spite of deaths. Two nodes on one real database. */
class OutboxIT {

  private static Outbox outbox;

  @BeforeAll
  static void open() {
    outbox = new Outbox(2);
  }

  @AfterAll
  static void close() {
    outbox.close();
  }

  @BeforeEach
  void reset() {
    outbox.reset();
  }

  private static BareBeans node() {
    return outbox.node();
  }

  private static BareBeans other() {
    return outbox.nodes.get(1);
  }

  private static String states() {
    return outbox.read("select state from notice order by id");
  }

  /** Stands for kill -9: nothing after it runs. */
  private static final class KilledError extends Error {}

  @Test
  void twoNodesSendEveryRowOnce() {
    // Both must be at it with all threads before any may go on, or one of them might find nothing left.
    CountDownLatch first = new CountDownLatch(2 * NoticeWorker.THREADS);
    RecordingChannel channel = outbox.channel("one").answering(message -> {
      first.countDown();
      await(first);
      return ACCEPTED;
    });
    outbox.queued(0, 200);

    List<Thread> nodes = outbox.nodes.stream().map(node -> new Thread(() -> outbox.work(node))).toList();
    nodes.forEach(Thread::start);
    Outbox.until("all are sent", () -> states().replace("SENT", "").replace(", ", "").isEmpty());

    assertThat(channel.got).hasSize(200);
    assertThat(channel.got.stream().map(SmsMessage::to).distinct()).hasSize(200);
    assertThat(channel.got.stream().map(SmsMessage::attemptId).distinct()).hasSize(200);
    assertThat(outbox.read("select count(*), count(distinct reference), min(state), max(state) from sms_message"))
        .isEqualTo("200 200 ACCEPTED ACCEPTED");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).as("both nodes with all their threads").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAWorkerClaimedAndNeverSentIsSentByAnother() {
    RecordingChannel channel = outbox.channel("one");
    outbox.queued(0, 3);
    node().get(NoticeClaims.class).claim(NoticeState.QUEUED, NoticeWorker.CLAIM, 50);
    outbox.work(other());
    assertThat(channel.got).as("the claim lasts").isEmpty();

    outbox.recover();
    outbox.work(other());
    assertThat(channel.got).hasSize(3);
    assertThat(states()).isEqualTo("SENT, SENT, SENT");
  }

  /** The claim only saves time: what keeps a stalled worker from sending a second time is the message's unique key. */
  @Test
  void aWorkerThatSleptThroughItsClaimSendsNothingASecondTime() {
    RecordingChannel channel = outbox.channel("one");
    outbox.queued(0, 1);
    NoticeRow claimed = node().get(NoticeClaims.class).claim(NoticeState.QUEUED, NoticeWorker.CLAIM, 50).get(0);
    outbox.recover();
    outbox.work(other());

    claimed.dueAt = Instant.MAX;
    assertThat(catching(() -> node().get(NoticeDelivery.class).deliver(claimed))).isNotNull();
    assertThat(channel.got).hasSize(1);
    assertThat(states()).isEqualTo("SENT");
  }

  private static Throwable catching(Runnable step) {
    try {
      step.run();
      return null;
    } catch (RuntimeException thrown) {
      return thrown;
    }
  }

  @Test
  void aWorkerWhoseClaimHasRunOutDoesNotEvenTry() {
    RecordingChannel channel = outbox.channel("one");
    outbox.queued(0, 1);
    NoticeRow claimed = node().get(NoticeClaims.class).claim(NoticeState.QUEUED, NoticeWorker.CLAIM, 50).get(0);
    outbox.later(NoticeWorker.CLAIM.plusMillis(1));
    node().get(NoticeDelivery.class).deliver(claimed);
    assertThat(channel.got).isEmpty();
    assertThat(outbox.read("select count(*) from sms_message")).isEqualTo("0");
  }

  @Test
  void aWorkerKilledWhileTheGatewayThoughtLeavesAnUnknownThatNobodySendsAgain() {
    RecordingChannel channel = outbox.channel("one").answering(message -> {
      throw new KilledError();
    });
    outbox.queued(0, 1);
    outbox.work(node());
    assertThat(states()).isEqualTo("SENDING");

    outbox.recover();
    assertThat(outbox.read("select state, explanation from notice")).isEqualTo("UNKNOWN sms.no-answer");
    outbox.later(Duration.ofDays(1));
    outbox.recover();
    outbox.work(other());
    assertThat(channel.got).hasSize(1);
  }

  /** Killed after the gateway's answer was kept in the journal, before the outbox knew. */
  @Test
  void whatTheJournalKnowsTheOutboxLearns() {
    outbox.queued(0, 3);
    List<NoticeRow> rows = node().get(NoticeClaims.class).claim(NoticeState.QUEUED, NoticeWorker.CLAIM, 50);
    RecordingChannel channel = outbox.channel("one");
    List.of(ACCEPTED, rejected(Cause.NUMBER), rejected(Cause.TEMPLATE)).forEach(outcome -> {
      NoticeRow row = rows.get(channel.got.size());
      channel.answering(outcome);
      node().get(SmsSender.class).send(SmsRequest.of(MessageKind.NOTICE, Outbox.PHONE, "x", "x", Map.of())
          .referringTo(row.reference()));
    });
    outbox.recover();
    assertThat(states()).isEqualTo("SENT, DEAD, QUEUED");
  }

  /** A long call must not be taken for a dead one as long as the journal does not give it up. */
  @Test
  void aMessageThatIsStillBeingSentIsWaitedFor() {
    outbox.channel("one").answering(message -> {
      outbox.later(NoticeWorker.CLAIM.plusSeconds(1));
      node().get(NoticeRecovery.class).run();
      assertThat(states()).isEqualTo("SENDING");
      return ACCEPTED;
    });
    outbox.queued(0, 1);
    outbox.work(node());
    assertThat(states()).isEqualTo("SENT");
  }

  @Test
  void anAnswerThatCameAfterTheOutboxGaveUpReplacesTheGuess() {
    outbox.channel("one").answering(message -> {
      outbox.recover();
      assertThat(states()).isEqualTo("UNKNOWN");
      return ACCEPTED;
    });
    outbox.queued(0, 1);
    outbox.work(node());
    assertThat(states()).isEqualTo("SENT");
  }

  @Test
  void aRefusalForTheChannelsReasonIsTriedAgainWithGrowingWaitsAndThenDead() {
    RecordingChannel channel = outbox.channel("one").answering(rejected(Cause.TEMPLATE));
    outbox.queued(0, 1);
    List<Long> waits = new ArrayList<>();
    while (waits.size() < 10 && !states().equals("DEAD")) {
      outbox.work(node());
      waits.add(Long.parseLong(outbox.read(
          "select timestampdiff(second, '" + outbox.clock.instant().toString().replaceAll("[TZ]", " ") + "', due_at)"
              + " from notice")));
      outbox.later(Duration.ofSeconds(waits.get(waits.size() - 1)).minusMillis(1));
      outbox.work(node());
      assertThat(channel.got).as("too early").hasSize(waits.size());
      outbox.later(Duration.ofMillis(1));
    }
    assertThat(waits).containsExactly(30L, 60L, 120L, 0L);
    assertThat(outbox.read("select cause, explanation, tries from notice")).isEqualTo("TEMPLATE fake.TEMPLATE 4");
    assertThat(outbox.read("select substring_index(reference, ':', -1) from sms_message order by id limit 1, 9"))
        .isEqualTo("2, 3, 4");
    outbox.later(Duration.ofDays(9));
    outbox.work(node());
    assertThat(channel.got).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(value = Cause.class, names = {"NUMBER", "TEXT"})
  void aRefusalForTheNumbersOrTheTextsReasonIsDeadAtOnce(Cause cause) {
    RecordingChannel channel = outbox.channel("one").answering(rejected(cause));
    outbox.queued(0, 1);
    outbox.work(node());
    outbox.later(Duration.ofDays(1));
    outbox.work(node());
    assertThat(states()).isEqualTo("DEAD");
    assertThat(channel.got).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = Cause.class, names = {"NUMBER", "TEXT"}, mode = EnumSource.Mode.EXCLUDE)
  void everyReasonOfTheChannelIsTriedAgain(Cause cause) {
    RecordingChannel channel = outbox.channel("one").answering(rejected(cause));
    outbox.queued(0, 1);
    outbox.work(node());
    assertThat(states()).isEqualTo("QUEUED");
    channel.answering(ACCEPTED);
    outbox.later(Duration.ofMinutes(1));
    outbox.work(node());
    assertThat(states()).isEqualTo("SENT");
  }

  /** With nobody there to send, ten minutes must not use up what an hour is meant for. */
  @Test
  void whileAllChannelsAreDownNoticesWaitAndGoOutWhenOneIsBack() {
    RecordingChannel channel = outbox.channel("one").answering(rejected(Cause.UNAVAILABLE));
    outbox.queued(0, 20);
    outbox.work(node());
    outbox.later(Duration.ofSeconds(31));
    outbox.work(node());
    assertThat(outbox.read("select distinct state, tries from notice")).isEqualTo("QUEUED 2");
    assertThat(outbox.read("select count(distinct explanation) from notice where explanation = 'sms.all-down'"))
        .isEqualTo("1");
    channel.answering(ACCEPTED);
    outbox.later(Duration.ofSeconds(61));
    outbox.work(node());
    assertThat(outbox.read("select state, count(*) from notice where state = 'DEAD' group by state")).isEmpty();
    outbox.later(Duration.ofSeconds(121));
    outbox.work(node());
    assertThat(outbox.read("select state, count(*) from notice group by state")).isEqualTo("SENT 20");
  }

  @Test
  void anUnknownOutcomeIsNeverSentAgain() {
    RecordingChannel channel = outbox.channel("one").answering(UNKNOWN);
    outbox.queued(0, 1);
    outbox.work(node());
    outbox.later(Duration.ofDays(1));
    outbox.recover();
    outbox.work(other());
    assertThat(states()).isEqualTo("UNKNOWN");
    assertThat(channel.got).hasSize(1);
  }

  @Test
  void aReceiptMakesAnUnknownOutcomeCertain() {
    outbox.channel("one").answering(UNKNOWN);
    outbox.queued(0, 2);
    outbox.work(node());
    SmsParts.delivered(node(), "one", new PhoneNumber("+8613900000001"));
    assertThat(states()).isEqualTo("UNKNOWN, SENT");
  }

  /** It will be sent again under its id, unless it arrived. */
  @Test
  void aReceiptSparesTheRepetition() {
    RecordingChannel channel = outbox.channel("one").answering(UNKNOWN).thatDedupes();
    outbox.queued(0, 1);
    outbox.work(node());
    assertThat(states()).isEqualTo("QUEUED");
    SmsParts.delivered(node(), "one", new PhoneNumber("+8613900000000"));
    outbox.later(Duration.ofHours(1));
    outbox.work(node());
    assertThat(states()).isEqualTo("SENT");
    assertThat(channel.got).hasSize(1);
  }

  @Test
  void whereTheGatewayRefusesARepeatedIdAnUnknownOutcomeIsSentAgainUnderTheSameId() {
    RecordingChannel channel = outbox.channel("one").thatDedupes().answering(UNKNOWN);
    outbox.queued(0, 1);
    outbox.work(node());
    assertThat(outbox.read("select state, repeats from notice")).isEqualTo("QUEUED 1");
    channel.answering(ACCEPTED);
    outbox.later(Duration.ofSeconds(30));
    outbox.work(other());

    assertThat(states()).isEqualTo("SENT");
    assertThat(channel.got).hasSize(2);
    assertThat(channel.got.get(1)).isEqualTo(channel.got.get(0));
    assertThat(outbox.read("select count(*), min(state) from sms_attempt")).isEqualTo("1 ACCEPTED");
  }

  /** A worker killed in the middle of a first or of a repeated call. */
  @Test
  void whereTheGatewayRefusesARepeatedIdAKilledWorkersMessageIsSentAgainUnderTheSameId() {
    RecordingChannel channel = outbox.channel("one").thatDedupes().answering(message -> {
      throw new KilledError();
    });
    outbox.queued(0, 1);
    outbox.work(node());
    outbox.recover();
    outbox.later(Duration.ofSeconds(30));
    outbox.work(node());
    outbox.recover();
    channel.answering(ACCEPTED);
    outbox.later(Duration.ofSeconds(60));
    outbox.work(other());

    assertThat(states()).isEqualTo("SENT");
    assertThat(channel.got.stream().map(SmsMessage::attemptId).collect(Collectors.toSet())).hasSize(1);
    assertThat(channel.got).hasSize(3);
  }

  /** A refusal says nothing of the first request: a new message could be a second SMS. */
  @Test
  void aRefusedRepetitionLeavesTheOutcomeUnknownAndMakesNoNewMessage() {
    RecordingChannel channel = outbox.channel("one").thatDedupes().answering(UNKNOWN);
    outbox.queued(0, 1);
    outbox.work(node());
    channel.answering(rejected(Cause.UNAVAILABLE));
    for (int i = 0; i < 6; i++) {
      outbox.later(Duration.ofMinutes(10));
      outbox.work(node());
    }
    assertThat(states()).isEqualTo("UNKNOWN");
    assertThat(channel.got).hasSize(1 + Verdict.MOST_REPEATS);
    assertThat(outbox.read("select count(*), min(state) from sms_attempt")).isEqualTo("1 UNKNOWN");
  }

  /** Gateways forget the ids of yesterday: then a repetition would be a second SMS. */
  @Test
  void thatIsNotDoneOnAnotherDayOfTheGateway() {
    RecordingChannel channel = outbox.channel("one").thatDedupes().answering(UNKNOWN);
    outbox.queued(0, 1);
    outbox.work(node());
    channel.answering(ACCEPTED);
    outbox.later(Duration.ofDays(1));
    outbox.work(node());
    assertThat(states()).isEqualTo("UNKNOWN");
    assertThat(channel.got).hasSize(1);
  }

  @Test
  void aNoticeOfAnotherKeyIsADeadLetterAndNoStumblingBlock() {
    RecordingChannel channel = outbox.channel("one");
    outbox.queued(0, 2);
    outbox.execute("update notice set to_sealed = 'x.AAAA' order by id limit 1");
    outbox.work(node());
    assertThat(outbox.read("select state, explanation from notice order by id"))
        .isEqualTo("DEAD notification.unreadable, SENT ");
    assertThat(channel.got).hasSize(1);
  }
}
