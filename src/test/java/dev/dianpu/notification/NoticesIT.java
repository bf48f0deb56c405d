package dev.dianpu.notification;

import static dev.dianpu.notification.Outbox.PHONE;
import static dev.dianpu.notification.Outbox.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.system.AtOnce;
import jakarta.transaction.TransactionalException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Putting notices into the outbox, on a real database. */
class NoticesIT {

  private static Outbox outbox;

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
  }

  private static Notices notices() {
    return outbox.node().get(Notices.class);
  }

  private static void commit(Notice... several) {
    outbox.node().transactions().inOne(() -> {
      for (Notice notice : several) {
        notices().add(notice);
      }
      return null;
    });
  }

  @Test
  void theEntityFitsItsTable() {
    assertThatCode(outbox.node().transactions()::requireFittingSchema).doesNotThrowAnyException();
  }

  @Test
  void withoutTheTransactionOfWhatHappenedNothingIsAdded() {
    assertThatThrownBy(() -> notices().add(notice("N1", PHONE))).isInstanceOf(TransactionalException.class);
    assertThat(outbox.read("select count(*) from notice")).isEqualTo("0");
  }

  @Test
  void whatDidNotHappenIsToldToNobody() {
    RecordingChannel channel = outbox.channel("one");
    assertThatThrownBy(() -> outbox.node().transactions().inOne(() -> {
      notices().add(notice("N1", PHONE));
      throw new IllegalStateException("the order could not be saved");
    })).hasMessageContaining("the order");
    outbox.work(outbox.node());

    assertThat(outbox.read("select count(*) from notice")).isEqualTo("0");
    assertThat(channel.got).isEmpty();
  }

  /** Nobody runs the chore here: the commit itself wakes the worker. */
  @Test
  void afterTheCommitTheNodeSendsAtOnce() {
    RecordingChannel channel = outbox.channel("one");
    commit(notice("N1", PHONE));

    Outbox.until("it is sent", () -> outbox.read("select state from notice").equals("SENT"));
    assertThat(channel.got).singleElement().satisfies(message -> {
      assertThat(message.text()).isEqualTo("王小明您好，订单N1已发货");
      assertThat(message.to()).isEqualTo(PHONE);
    });
    assertThat(outbox.read("select m.reference = concat('notice:', n.id), n.message_id = m.id from notice n, sms_message m"))
        .isEqualTo("1 1");
  }

  @Test
  void tenThousandReplaysGiveNoSecondRow() {
    RecordingChannel channel = outbox.channel("one");
    AtOnce.run(4, () -> {
      for (int transaction = 0; transaction < 25; transaction++) {
        outbox.node().transactions().inOne(() -> {
          for (int i = 0; i < 100; i++) {
            notices().add(notice("N1", PHONE));
          }
          return null;
        });
      }
      return null;
    });

    Outbox.until("it is sent", () -> outbox.read("select state from notice").equals("SENT"));
    assertThat(outbox.read("select count(*) from notice")).isEqualTo("1");
    commit(notice("N1", PHONE));
    outbox.work(outbox.node());
    assertThat(channel.got).hasSize(1);
  }

  @Test
  void eventSubjectPhoneAndTemplateEachMakeAnotherNotice() {
    Notice one = notice("N1", PHONE);
    PhoneNumber other = new PhoneNumber("+8613800138001");
    commit(one, one,
        new Notice("order.paid", "N1", PHONE, "shipped", one.wording(), one.variables()),
        new Notice("order.shipped", "N2", PHONE, "shipped", one.wording(), one.variables()),
        new Notice("order.shipped", "N1", other, "shipped", one.wording(), one.variables()),
        new Notice("order.shipped", "N1", PHONE, "shipped-again", one.wording(), one.variables()));
    assertThat(outbox.read("select count(*) from notice")).isEqualTo("5");
  }

  @Test
  void neitherPhoneNorValuesStandInTheTable() {
    commit(notice("N1", PHONE));
    assertThat(outbox.read("select * from notice")).doesNotContain("13800138000", "王小明");
  }

  @Test
  void aNoticeWithoutAValueForAVariableIsNoNotice() {
    assertThatThrownBy(() -> new Notice("order.shipped", "N1", PHONE, "shipped", "{$order}", Map.of()))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("order");
  }
}
