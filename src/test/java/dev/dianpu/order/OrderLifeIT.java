package dev.dianpu.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.payment.BalanceReason;
import dev.dianpu.payment.Balances;
import dev.dianpu.payment.NoticeOutcome;
import dev.dianpu.payment.PaymentNotices;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.Payment;
import dev.dianpu.spi.Payment.Told.Paid;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.system.AtOnce;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an order after it was placed, on a real database. */
class OrderLifeIT {

  private static final Actor ADMIN = Actor.admin("chef");

  private static OrderShop shop;

  private long member;
  private long sku;

  @BeforeAll
  static void open() {
    shop = new OrderShop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void begin() {
    member = shop.member();
    sku = shop.sku("10.00", 10);
    shop.putIn(member, sku, 3);
    shop.told.clear();
    shop.logged.clear();
  }

  private String placed(Payment payment) {
    return shop.placed(member, payment, "38.00");
  }

  private Dispatch dispatch() {
    return shop.beans.get(Dispatch.class);
  }

  private Map<Long, Integer> pieces(String sn, int count) {
    return Map.of(shop.beans.get(OrderLineRepository.class).of(shop.order(sn).id()).get(0).id(), count);
  }

  private void ship(String sn, int count) {
    dispatch().ship(sn, new Dispatch.Entered("顺丰速运", "SF" + count, pieces(sn, count)), ADMIN, "");
  }

  @Test
  void theWholeWayIsRecordedToldAndLogged() {
    String sn = placed(OrderShop.TRANSFER);
    shop.desk().confirm(sn, ADMIN, "");
    shop.desk().pay(sn, ADMIN, "Beleg 7");
    shop.desk().pick(sn, ADMIN, "");
    ship(sn, 1);
    assertThat(shop.order(sn).standing().shipping()).isEqualTo(ShippingState.PARTLY_SHIPPED);
    ship(sn, 2);
    shop.desk().receive(sn);
    Orders.Detail detail = shop.beans.get(Orders.class).find(sn).orElseThrow();
    assertThat(detail.order().standing())
        .isEqualTo(new Standing(OrderState.COMPLETED, PaymentState.PAID, ShippingState.RECEIVED));
    assertThat(detail.steps()).extracting(OrderStep::action).containsExactly(Action.PLACE, Action.CONFIRM, Action.PAY,
        Action.PICK, Action.SHIP_PART, Action.SHIP, Action.RECEIVE);
    assertThat(detail.steps().get(2)).satisfies(step -> {
      assertThat(step.actor()).isEqualTo(ADMIN);
      assertThat(step.note()).isEqualTo("Beleg 7");
    });
    assertThat(detail.parcels()).extracting(Parcel::number).containsExactly("SF1", "SF2");
    assertThat(shop.told).extracting(OrderEvent::subject)
        .containsExactly(sn + "-1", sn + "-3", sn + "-4", sn + "-5", sn + "-6", sn + "-7");
    assertThat(shop.told.stream().filter(event -> event instanceof OrderEvent.OrderShipped).findFirst().orElseThrow()
        .variables()).containsEntry("invoice_no", "SF1").containsEntry("order_sn", sn).containsEntry("tel", "13900000001");
    assertThat(shop.logged).containsExactly("admin.log.order-confirm " + sn, "admin.log.order-pay " + sn,
        "admin.log.order-pick " + sn, "admin.log.order-ship " + sn, "admin.log.order-ship " + sn);
  }

  @Test
  void moreThanIsLeftOrNothingCannotBeSent() {
    String sn = placed(OrderShop.DOOR);
    shop.desk().pick(sn, ADMIN, "");
    assertThatThrownBy(() -> ship(sn, 4)).isInstanceOf(ImpossibleStep.class);
    assertThatThrownBy(() -> dispatch().ship(sn, new Dispatch.Entered("顺丰速运", "SF0", Map.of()), ADMIN, ""))
        .isInstanceOf(ImpossibleStep.class);
    ship(sn, 2);
    assertThatThrownBy(() -> ship(sn, 2)).isInstanceOf(ImpossibleStep.class);
    ship(sn, 1);
    assertThat(shop.order(sn).standing().shipping()).isEqualTo(ShippingState.SHIPPED);
  }

  @Test
  void whatIsCancelledByManyAtOnceGoesBackOnce() {
    String sn = placed(OrderShop.TRANSFER);
    assertThat(shop.stock(sku)).isEqualTo(7);
    List<Boolean> ends = AtOnce.run(20, () -> {
      try {
        shop.desk().cancel(sn);
        return true;
      } catch (ImpossibleStep late) {
        return false;
      }
    });
    assertThat(ends).filteredOn(Boolean::booleanValue).hasSize(1);
    assertThat(shop.stock(sku)).isEqualTo(10);
    assertThat(shop.sql.number("select sales from goods where id = (select goods_id from sku where id = ?)", sku))
        .contains(0L);
    assertThat(shop.order(sn).stockHeld()).isFalse();
  }

  @Test
  void returnedGoodsGoBackOnceAndTheMoneyOnlyAsFarAsItCame() {
    String sn = placed(OrderShop.TRANSFER);
    shop.desk().pay(sn, ADMIN, "");
    shop.desk().pick(sn, ADMIN, "");
    ship(sn, 3);
    shop.desk().takeBack(sn, ADMIN, "");
    assertThat(shop.stock(sku)).isEqualTo(10);
    assertThatThrownBy(() -> shop.desk().takeBack(sn, ADMIN, "")).isInstanceOf(ImpossibleStep.class);
    shop.desk().refund(sn, new BigDecimal("8.00"), ADMIN, "");
    assertThat(shop.order(sn).standing().payment()).isEqualTo(PaymentState.PARTLY_REFUNDED);
    assertThatThrownBy(() -> shop.desk().refund(sn, new BigDecimal("30.01"), ADMIN, ""))
        .isInstanceOf(ImpossibleStep.class);
    shop.desk().refund(sn, new BigDecimal("30.00"), ADMIN, "");
    assertThat(shop.order(sn).standing().payment()).isEqualTo(PaymentState.REFUNDED);
    assertThat(balance()).isEqualByComparingTo("38.00");
    assertThat(shop.told).extracting(OrderEvent::name).endsWith("order.refunded", "order.refunded");
  }

  @Test
  void aCancelledOrderGivesTheBalanceBackAtOnce() {
    shop.beans.transactions().inOne(() -> shop.beans.get(Balances.class)
        .book(member, new BigDecimal("50.00"), BalanceReason.ADMIN, "gift-" + member, ""));
    String sn = placed(OrderShop.BALANCE);
    assertThat(balance()).isEqualByComparingTo("12.00");
    shop.desk().cancel(sn);
    assertThat(balance()).isEqualByComparingTo("50.00");
    assertThat(shop.order(sn).standing())
        .isEqualTo(new Standing(OrderState.CANCELLED, PaymentState.REFUNDED, ShippingState.WAITING));
    assertThat(shop.sql.number("select count(*) from balance_entry where member_id = ?", member)).contains(3L);
  }

  @Test
  void thePickupCodeOpensTheDoorAndNoOther() {
    String sn = shop.place(shop.wish(member, "pick" + member, OrderShop.DOOR, "30.00", ShippingMethod.PICKUP)).sn();
    shop.desk().pick(sn, ADMIN, "");
    dispatch().makeReady(sn, ADMIN, "");
    OrderEvent.PickupCode told = (OrderEvent.PickupCode) shop.told.stream()
        .filter(event -> event instanceof OrderEvent.PickupCode).findFirst().orElseThrow();
    assertThat(told.code()).matches("[0-9]{8}").isEqualTo(shop.order(sn).pickupCode());
    String wrong = told.code().equals("00000000") ? "00000001" : "00000000";
    assertThat(dispatch().handOver(sn, wrong, ADMIN, "")).isFalse();
    assertThat(dispatch().handOver(sn, ' ' + told.code(), ADMIN, "")).isTrue();
    assertThat(shop.order(sn).standing().shipping()).isEqualTo(ShippingState.RECEIVED);
  }

  @Test
  void aPaymentThatIsToldTwentyTimesAtOnceIsAppliedOnce() {
    String sn = placed(OrderShop.TRANSFER);
    PaymentTold notices = shop.beans.get(PaymentTold.class);
    AtOnce.run(20, () -> {
      notices.apply("banktransfer", new Paid("T1" + sn, sn, new BigDecimal("38.00"), "ok"));
      return true;
    });
    assertThat(shop.order(sn).standing().payment()).isEqualTo(PaymentState.PAID);
    assertThat(shop.order(sn).steps()).isEqualTo(2);
    assertThat(shop.told).extracting(OrderEvent::name).containsExactly("order.placed", "order.paid");
    notices.apply("banktransfer", new Paid("T2" + sn, sn, new BigDecimal("38.00"), "ok"));
    assertThat(shop.beans.get(PaymentNotices.class).of(sn)).extracting(PaymentNotices.Line::outcome)
        .containsExactly(NoticeOutcome.APPLIED, NoticeOutcome.TOO_LATE);
  }

  @Test
  void aPaymentThatDoesNotFitChangesNothingAndStaysToBeSeen() {
    String sn = placed(OrderShop.TRANSFER);
    PaymentTold notices = shop.beans.get(PaymentTold.class);
    notices.apply("banktransfer", new Paid("W" + sn, sn, new BigDecimal("3.80"), "ok"));
    notices.apply("balance", new Paid("X" + sn, sn, new BigDecimal("38.00"), "ok"));
    notices.apply("banktransfer", new Paid("Y" + sn, "99999999", new BigDecimal("38.00"), "ok"));
    assertThat(shop.order(sn).standing().payment()).isEqualTo(PaymentState.UNPAID);
    assertThat(shop.beans.get(PaymentNotices.class).of(sn)).extracting(PaymentNotices.Line::outcome)
        .containsExactly(NoticeOutcome.WRONG_AMOUNT, NoticeOutcome.UNKNOWN_ORDER);
    shop.desk().cancel(sn);
    notices.apply("banktransfer", new Paid("Z" + sn, sn, new BigDecimal("38.00"), "ok"));
    assertThat(shop.order(sn).standing().order()).isEqualTo(OrderState.CANCELLED);
    assertThat(shop.beans.get(PaymentNotices.class).of(sn)).extracting(PaymentNotices.Line::outcome)
        .endsWith(NoticeOutcome.TOO_LATE);
  }

  @Test
  void whatNobodyPaidInTimeIsCalledOffAndCashOnDeliveryIsNot() {
    String unpaid = placed(OrderShop.TRANSFER);
    shop.putIn(member, sku, 3);
    String atTheDoor = placed(OrderShop.DOOR);
    shop.sql.update("update shop_order set created_at = date_sub(created_at, interval 73 hour) where sn in (?, ?)",
        unpaid, atTheDoor);
    shop.beans.get(UnpaidOrders.class).run();
    assertThat(shop.order(unpaid).standing().order()).isEqualTo(OrderState.CANCELLED);
    assertThat(shop.order(atTheDoor).standing().order()).isEqualTo(OrderState.PLACED);
    assertThat(shop.stock(sku)).isEqualTo(7);
  }

  @Test
  void anAdminFindsByPhoneAndStatesPageByPage() {
    String first = placed(OrderShop.TRANSFER);
    shop.putIn(member, sku, 3);
    String second = placed(OrderShop.DOOR);
    shop.desk().pick(second, ADMIN, "");
    Orders orders = shop.beans.get(Orders.class);
    Optional<PhoneNumber> phone = Optional.of(new PhoneNumber("+8613900000001"));
    Slice<Orders.Summary> newest = orders.page(filter(phone, Optional.empty()), null, 1);
    assertThat(newest.rows()).extracting(row -> row.order().sn()).containsExactly(second);
    assertThat(orders.page(filter(phone, Optional.empty()), newest.before().orElseThrow(), 1).rows())
        .extracting(row -> row.order().sn()).containsExactly(first);
    assertThat(orders.page(filter(phone, Optional.of(ShippingState.PICKING)), null, 30).rows())
        .extracting(row -> row.order().sn()).contains(second).doesNotContain(first);
    assertThat(orders.page(filter(Optional.of(new PhoneNumber("+8613900000002")), Optional.empty()), null, 30).rows())
        .isEmpty();
    assertThat(orders.bySn(first).rows()).hasSize(1);
    assertThat(orders.of(member, 0, 10)).extracting(row -> row.order().sn()).containsExactly(second, first);
    assertThat(orders.find(first, member + 1)).isEmpty();
  }

  private static Orders.Filter filter(Optional<PhoneNumber> phone, Optional<ShippingState> shipping) {
    return new Orders.Filter(phone, Optional.empty(), Optional.empty(), shipping, Optional.empty(), Optional.empty());
  }

  private BigDecimal balance() {
    return shop.beans.get(Balances.class).of(member);
  }
}
