package dev.dianpu.notification;

import static dev.dianpu.notification.RecordingChannel.ACCEPTED;
import static dev.dianpu.notification.RecordingChannel.UNKNOWN;
import static dev.dianpu.notification.RecordingChannel.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.AdminAlerts.Alert;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.spi.SendOutcome.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner sees of the outbox and does with sad ends, on a real database. */
class DeadLettersIT {

  private static Outbox outbox;
  private RecordingChannel channel;

  @BeforeAll
  static void open() {
    outbox = new Outbox(1);
  }

  @AfterAll
  static void close() {
    outbox.close();
  }

  @BeforeEach
  void reset() {
    outbox.reset();
    channel = outbox.channel("one").answering(rejected(Cause.NUMBER));
  }

  private static DeadLetters letters() {
    return outbox.node().get(DeadLetters.class);
  }

  private static long id() {
    return Long.parseLong(outbox.read("select min(id) from notice"));
  }

  private static void awaitStates(String wanted) {
    Outbox.until(wanted, () -> outbox.read("select state from notice order by id").equals(wanted));
  }

  @Test
  void aDeadLetterIsTriedAgainAsANewMessage() {
    outbox.queued(0, 1);
    outbox.work(outbox.node());
    channel.answering(ACCEPTED);
    assertThat(letters().retry(id())).isTrue();
    awaitStates("SENT");
    assertThat(outbox.read("select substring(reference, 1, 7), state from sms_message order by id"))
        .isEqualTo("notice: REJECTED, notice: ACCEPTED");
    assertThat(letters().retry(id())).as("it is not dead any more").isFalse();
    assertThat(outbox.logged).containsExactly("admin.log.notice-queued order.shipped N0 139****0000 ");
  }

  @Test
  void aDroppedLetterIsNeverSent() {
    outbox.queued(0, 1);
    outbox.work(outbox.node());
    channel.answering(ACCEPTED);
    assertThat(letters().drop(id())).isTrue();
    assertThat(letters().retry(id())).isFalse();
    outbox.work(outbox.node());
    assertThat(channel.got).hasSize(1);
    assertThat(outbox.logged).containsExactly("admin.log.notice-dropped order.shipped N0 139****0000 ");
  }

  @Test
  void allDeadOnesAreTriedAgainOrDroppedWithOneWord() {
    outbox.queued(0, 3);
    outbox.work(outbox.node());
    assertThat(letters().retryAll()).isEqualTo(3);
    awaitStates("DEAD, DEAD, DEAD");
    assertThat(letters().dropAll()).isEqualTo(3);
    assertThat(letters().dropAll()).isZero();
    awaitStates("DROPPED, DROPPED, DROPPED");
    assertThat(outbox.logged).containsExactly("admin.log.notice-all-queued  3", "admin.log.notice-all-dropped  3");
  }

  @Test
  void anUnknownOneIsLookedAfterButNotSentAgain() {
    channel.answering(UNKNOWN);
    outbox.queued(0, 1);
    outbox.work(outbox.node());
    assertThat(letters().retry(id())).isFalse();
    assertThat(letters().drop(id())).isTrue();
    assertThat(channel.got).hasSize(1);
  }

  @Test
  void aNoticeThatIsSentOrWaitsIsNotDecidedOn() {
    channel.answering(ACCEPTED);
    outbox.queued(0, 1);
    outbox.work(outbox.node());
    assertThat(letters().drop(id())).isFalse();
    assertThat(letters().retry(4711)).isFalse();
    assertThat(outbox.logged).isEmpty();
  }

  @Test
  void theOwnerIsAlertedWhileThereAreDeadLetters() {
    DeadLetterAlerts alerts = outbox.node().get(DeadLetterAlerts.class);
    alerts.run();
    assertThat(alerts.alerts()).isEmpty();
    outbox.queued(0, 2);
    outbox.work(outbox.node());
    alerts.run();
    assertThat(alerts.alerts()).extracting(Alert::arguments).containsExactly(List.of(2L));
    letters().dropAll();
    assertThat(alerts.alerts()).isEmpty();
  }

  @Test
  void theListShowsWhatThePhoneWouldGetPageByPageAndByState() {
    outbox.queued(0, 5);
    outbox.execute("update notice set state = 'DEAD' where subject in ('N1', 'N3')");
    NoticeLog log = outbox.node().get(NoticeLog.class);
    assertThat(log.counts()).isEqualTo(Map.of(NoticeState.QUEUED, 3L, NoticeState.DEAD, 2L));

    NoticeLog.Filter all = new NoticeLog.Filter(Optional.empty(), Optional.empty(), Optional.empty());
    Slice<NoticeLog.Row> newest = log.page(all, null, 3);
    assertThat(newest.rows()).extracting(NoticeLog.Row::subject).containsExactly("N4", "N3", "N2");
    assertThat(newest.rows().get(0).text()).isEqualTo("王小明您好，订单N4已发货");
    assertThat(newest.rows().get(0).maskedPhone()).isEqualTo("139****0004");
    assertThat(log.page(all, newest.before().orElseThrow(), 3).rows())
        .extracting(NoticeLog.Row::subject).containsExactly("N1", "N0");

    NoticeLog.Filter dead = new NoticeLog.Filter(Optional.of(NoticeState.DEAD), Optional.empty(), Optional.empty());
    assertThat(log.page(dead, null, 3).rows()).extracting(NoticeLog.Row::subject).containsExactly("N3", "N1");
  }
}
