package dev.dianpu.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.order.Placed.Result;
import dev.dianpu.payment.BalanceReason;
import dev.dianpu.payment.Balances;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.system.AtOnce;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Placing orders, on a real database and with many at once. */
class PlaceOrderIT {

  private static OrderShop shop;

  @BeforeAll
  static void open() {
    shop = new OrderShop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void forget() {
    shop.told.clear();
  }

  @Test
  void hundredBuyersOfTheLastTenPiecesMakeTenOrders() {
    long sku = shop.sku("12.50", 10);
    List<Long> buyers = IntStream.range(0, 100).mapToObj(i -> shop.member()).toList();
    buyers.forEach(buyer -> shop.putIn(buyer, sku, 1));
    AtomicInteger next = new AtomicInteger();
    List<Placed> ends = AtOnce.run(100, () -> {
      int mine = next.getAndIncrement();
      return shop.place(shop.wish(buyers.get(mine), "rush" + mine, OrderShop.TRANSFER, "20.50"));
    });
    assertThat(ends).extracting(Placed::result).containsOnly(Result.PLACED, Result.CART_CHANGED);
    assertThat(ends).filteredOn(end -> end.result() == Result.PLACED).extracting(Placed::sn).hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(shop.stock(sku)).isZero();
    assertThat(shop.sql.number("select count(*) from order_line where sku_id = ?", sku)).contains(10L);
    assertThat(shop.told).hasSize(10).allMatch(event -> event instanceof OrderEvent.OrderPlaced);
  }

  @Test
  void aFormSentTenTimesAtOnceIsOneOrder() {
    long sku = shop.sku("5.00", 100);
    long member = shop.member();
    shop.putIn(member, sku, 2);
    List<Placed> ends = AtOnce.run(10, () -> shop.place(shop.wish(member, "twice", OrderShop.TRANSFER, "18.00")));
    assertThat(ends).extracting(Placed::result).containsOnly(Result.PLACED);
    assertThat(ends).extracting(Placed::sn).containsOnly(ends.get(0).sn());
    assertThat(shop.stock(sku)).isEqualTo(98);
    assertThat(shop.told).singleElement().isInstanceOfSatisfying(OrderEvent.OrderPlaced.class,
        placed -> assertThat(placed.toPay()).isTrue());
    assertThat(shop.carts().ofMember(member).lines()).isEmpty();
  }

  /** Two tabs of one person have each its own form, but there is one cart. */
  @Test
  void twoFormsForOneCartAreOneOrder() {
    long sku = shop.sku("5.00", 100);
    long member = shop.member();
    shop.putIn(member, sku, 1);
    AtomicInteger next = new AtomicInteger();
    List<Placed> ends = AtOnce.run(8, () ->
        shop.place(shop.wish(member, "tab" + next.getAndIncrement(), OrderShop.TRANSFER, "13.00")));
    assertThat(ends).extracting(Placed::result).containsOnly(Result.PLACED, Result.EMPTY);
    assertThat(ends).filteredOn(end -> end.result() == Result.PLACED).hasSize(1);
    assertThat(shop.stock(sku)).isEqualTo(99);
  }

  @Test
  void whoLetsManyOrdersWaitCannotTakeAllThePieces() {
    long sku = shop.sku("5.00", 100);
    long member = shop.member();
    for (int i = 0; i < 10; i++) {
      shop.putIn(member, sku, 1);
      assertThat(shop.place(shop.wish(member, "wait" + i, OrderShop.TRANSFER, "13.00")).result())
          .isEqualTo(Result.PLACED);
    }
    shop.putIn(member, sku, 1);
    assertThat(shop.place(shop.wish(member, "wait10", OrderShop.TRANSFER, "13.00")).result()).isEqualTo(Result.TOO_MANY);
    assertThat(shop.stock(sku)).isEqualTo(90);
    assertThat(shop.carts().ofMember(member).lines()).hasSize(1);
  }

  @Test
  void anotherPriceThanTheOneShownIsNotAgreedTo() {
    long sku = shop.sku("5.00", 3);
    long member = shop.member();
    shop.putIn(member, sku, 1);
    assertThat(shop.place(shop.wish(member, "dear", OrderShop.TRANSFER, "12.99")).result()).isEqualTo(Result.PRICE_CHANGED);
    assertThat(shop.stock(sku)).isEqualTo(3);
    assertThat(shop.carts().ofMember(member).lines()).hasSize(1);
  }

  @Test
  void whatIsShortOrGoneIsNotOrdered() {
    long sku = shop.sku("5.00", 3);
    long member = shop.member();
    shop.putIn(member, sku, 4);
    assertThat(shop.place(shop.wish(member, "short", OrderShop.TRANSFER, "28.00")).result())
        .isEqualTo(Result.CART_CHANGED);
    shop.sql.update("update sku set state = 'OFF_SALE', stock = 9 where id = ?", sku);
    assertThat(shop.place(shop.wish(member, "gone", OrderShop.TRANSFER, "28.00")).result()).isEqualTo(Result.CART_CHANGED);
    assertThat(shop.place(shop.wish(shop.member(), "none", OrderShop.TRANSFER, "0.00")).result()).isEqualTo(Result.EMPTY);
  }

  @Test
  void fromTheBalanceAnOrderIsPaidAtOnceOrNotPlaced() {
    long sku = shop.sku("30.00", 5);
    long member = shop.member();
    shop.putIn(member, sku, 1);
    give(member, "37.99");
    assertThat(shop.place(shop.wish(member, "poor", OrderShop.BALANCE, "38.00")).result())
        .isEqualTo(Result.BALANCE_TOO_LOW);
    assertThat(shop.stock(sku)).isEqualTo(5);
    give(member, "0.01");
    // What was told in the transaction that was rolled back, no outbox has kept.
    shop.told.clear();
    String sn = shop.placed(member, OrderShop.BALANCE, "38.00");
    assertThat(shop.order(sn).standing().payment()).isEqualTo(PaymentState.PAID);
    assertThat(balance(member)).isEqualByComparingTo("0");
    assertThat(shop.told).extracting(OrderEvent::name).containsExactly("order.placed", "order.paid");
    assertThat(shop.told).extracting(OrderEvent::subject).containsExactly(sn + "-1", sn + "-2");
    assertThat(shop.told.peek()).isInstanceOfSatisfying(OrderEvent.OrderPlaced.class,
        placed -> assertThat(placed.toPay()).as("nobody is to be reminded of it").isFalse());
  }

  @Test
  void whereAPhoneIsRequiredNobodyOrdersWithoutOne() {
    long sku = shop.sku("5.00", 3);
    long member = shop.member();
    shop.putIn(member, sku, 1);
    shop.phoneRequired.set(true);
    try {
      assertThat(shop.place(shop.wish(member, "bare", OrderShop.DOOR, "13.00")).result())
          .isEqualTo(Result.PHONE_REQUIRED);
      assertThat(shop.stock(sku)).isEqualTo(3);
      shop.bindPhone(member, new PhoneNumber("+8613900000077"));
      String sn = shop.placed(member, OrderShop.DOOR, "13.00");
      assertThat(shop.told).last().satisfies(event -> {
        assertThat(event.order().sn()).isEqualTo(sn);
        assertThat(event.order().member()).contains(new PhoneNumber("+8613900000077"));
      });
    } finally {
      shop.phoneRequired.set(false);
    }
  }

  @Test
  void nothingThatTellsOfAPersonIsReadableInTheRow() {
    long member = shop.member();
    shop.putIn(member, shop.sku("1.00", 1), 1);
    String sn = shop.placed(member, OrderShop.DOOR, "9.00");
    String row = shop.sql.first(found -> found.getString(1) + found.getString(2),
        "select phone_sealed, address_sealed from shop_order where sn = ?", sn).orElseThrow();
    assertThat(row).doesNotContain("13900000001", "某路");
    assertThat(shop.order(sn).recipient().address()).contains("某路 1 号");
    assertThat(shop.order(sn).recipient().phone().national()).isEqualTo("13900000001");
  }

  private static void give(long member, String amount) {
    shop.beans.transactions().inOne(() -> shop.beans.get(Balances.class)
        .book(member, new BigDecimal(amount), BalanceReason.ADMIN, "gift-" + member + '-' + amount, ""));
  }

  private static BigDecimal balance(long member) {
    return shop.beans.get(Balances.class).of(member);
  }
}
