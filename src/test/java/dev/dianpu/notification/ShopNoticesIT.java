package dev.dianpu.notification;

import static dev.dianpu.notification.Outbox.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.MemberRegistered;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.OrderFacts;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SmsNotices;
import dev.dianpu.system.AtOnce;
import jakarta.transaction.TransactionalException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an order becomes notices, each once, on a real database. */
class ShopNoticesIT {

  private static final Instant AT = Instant.parse("2026-11-25T04:00:00Z");
  private static final PhoneNumber SHOP = new PhoneNumber("+8613800138002");

  private static Outbox outbox;

  @BeforeAll
  static void open() {
    outbox = new Outbox(1);
    outbox.node().with("dev.dianpu.spi.Extensions<dev.dianpu.spi.SmsNotices>",
        (Extensions<SmsNotices>) () -> List.of(new Told()));
  }

  @AfterAll
  static void close() {
    outbox.close();
  }

  @BeforeEach
  void reset() {
    outbox.reset();
  }

  /** Tells the shop and the customer of everything, and reminds of an order after an hour. */
  private record Told() implements SmsNotices {

    @Override
    public List<SmsNotice> of(OrderEvent event) {
      SmsNotice shop = new SmsNotice(SHOP, "shop", "订单{$order_sn}，{$shop_name}，{$time}");
      SmsNotice customer = new SmsNotice(PHONE, "customer", "订单{$order_sn}");
      return event instanceof OrderEvent.OrderPlaced
          ? List.of(shop, customer, new SmsNotice(PHONE, "unpaid", "订单{$order_sn}未付款", Duration.ofHours(1)))
          : List.of(shop, customer, new SmsNotice(PHONE, "faulty", "{$nobody_knows}"));
    }

    @Override
    public Optional<SmsNotice> of(MemberRegistered event) {
      return event.phone().map(phone -> new SmsNotice(phone, "welcome", "欢迎{$user_name}"));
    }
  }

  private static OrderFacts order(int number) {
    return new OrderFacts("20261125%08d".formatted(number), 7, "王小明", PHONE, Optional.of(PHONE), BigDecimal.TEN);
  }

  private static OrderEvent placed(int number) {
    return new OrderEvent.OrderPlaced(order(number), 1, AT);
  }

  private static OrderEvent shipped(int number, int step) {
    return new OrderEvent.OrderShipped(order(number), step, AT, "顺丰速运", "SF" + step);
  }

  private static void happens(OrderEvent... events) {
    ShopNotices notices = outbox.node().get(ShopNotices.class);
    outbox.node().transactions().inOne(() -> {
      for (OrderEvent event : events) {
        notices.tell(event);
      }
      return null;
    });
  }

  @Test
  void tenThousandReplaysOfTheSameEventsTellNobodyASecondTime() {
    RecordingChannel channel = outbox.channel("one");
    OrderEvent[] life = {placed(1), new OrderEvent.OrderPaid(order(1), 2, AT), shipped(1, 3), shipped(1, 4),
      new OrderEvent.ReceiptConfirmed(order(1), 5, AT)};
    happens(life);
    outbox.work(outbox.node());
    int told = 2 * life.length;
    assertThat(channel.got).hasSize(told);

    AtOnce.run(4, () -> {
      for (int replay = 0; replay < 500; replay++) {
        happens(life);
      }
      return null;
    });
    outbox.work(outbox.node());

    assertThat(channel.got).as("2,000 replays of 5 events").hasSize(told);
    assertThat(outbox.read("select count(*) from notice where event <> 'order.waiting'")).isEqualTo("" + told);
    assertThat(outbox.read("select state from notice where event = 'order.waiting'")).isEqualTo("DROPPED");
  }

  @Test
  void aTextTellsWhenInTheShopsZoneAndByWhom() {
    RecordingChannel channel = outbox.channel("one");
    happens(shipped(2, 3));
    outbox.work(outbox.node());
    assertThat(channel.got).extracting(message -> message.text()).contains("订单2026112500000002，好店，2026-11-25 12:00");
  }

  @Test
  void aReminderWaitsItsHoursAndGoesOutOnce() {
    RecordingChannel channel = outbox.channel("one");
    happens(placed(3));
    outbox.work(outbox.node());
    assertThat(channel.got).hasSize(2);
    outbox.later(Duration.ofMinutes(59));
    outbox.work(outbox.node());
    assertThat(channel.got).hasSize(2);
    outbox.later(Duration.ofMinutes(2));
    outbox.work(outbox.node());
    assertThat(channel.got).hasSize(3).last().satisfies(
        message -> assertThat(message.text()).isEqualTo("订单2026112500000003未付款"));
    happens(placed(3));
    outbox.work(outbox.node());
    assertThat(channel.got).hasSize(3);
  }

  @Test
  void whateverHappensToTheOrderBeforeMakesTheReminderLapse() {
    RecordingChannel channel = outbox.channel("one");
    happens(placed(4));
    happens(placed(5));
    happens(new OrderEvent.OrderPaid(order(4), 2, AT));
    outbox.later(Duration.ofHours(2));
    outbox.work(outbox.node());
    assertThat(channel.got).extracting(message -> message.text())
        .contains("订单2026112500000005未付款").doesNotContain("订单2026112500000004未付款");
  }

  @Test
  void whatIsUndoneIsToldToNobody() {
    assertThatThrownBy(() -> outbox.node().transactions().inOne(() -> {
      outbox.node().get(ShopNotices.class).tell(placed(6));
      throw new IllegalStateException("out of stock");
    })).hasMessageContaining("stock");
    assertThat(outbox.read("select count(*) from notice")).isEqualTo("0");
    assertThatThrownBy(() -> outbox.node().get(ShopNotices.class).tell(placed(6)))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void aNewMemberIsWelcomedOnce() {
    RecordingChannel channel = outbox.channel("one");
    MemberRegistered member = new MemberRegistered(7, "小明", Optional.of(PHONE), AT);
    for (int i = 0; i < 3; i++) {
      outbox.node().transactions().inOne(() -> {
        outbox.node().get(ShopNotices.class).tell(member);
        return null;
      });
    }
    outbox.work(outbox.node());
    assertThat(channel.got).singleElement().satisfies(message -> assertThat(message.text()).isEqualTo("欢迎小明"));
  }
}
