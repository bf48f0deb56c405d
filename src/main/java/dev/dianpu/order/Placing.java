package dev.dianpu.order;

import dev.dianpu.cart.CartLine;
import dev.dianpu.cart.CartView;
import dev.dianpu.cart.Carts;
import dev.dianpu.cart.Totals;
import dev.dianpu.catalog.SkuView;
import dev.dianpu.catalog.Stock;
import dev.dianpu.order.Placed.Result;
import dev.dianpu.payment.BalanceReason;
import dev.dianpu.payment.Balances;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.Payment;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes an order of a cart, in one transaction: pieces, money and what people are told included. */
@ApplicationScoped
class Placing {

  /** Orders that hold pieces unpaid: else one account could keep all stock from everybody, and have SMS sent on and on. */
  private static final int MOST_WAITING = 10;
  private static final int MOST_A_DAY = 50;
  private static final Duration DAY_LONG = Duration.ofDays(1);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
  /** After the day: enough that nobody guesses a neighbour's number, few enough to be read out. */
  private static final int DIGITS = 8;

  @Inject Carts carts;
  @Inject ShippingRates rates;
  @Inject Stock stock;
  @Inject Balances balances;
  @Inject OrderRepository orders;
  @Inject OrderLineRepository lines;
  @Inject OrderSecrets secrets;
  @Inject OrderLife life;
  @Inject Settings settings;

  /**
   * Places it. The cart is locked first: whoever sends the form again meanwhile waits, and finds it empty.
   *
   * @throws dev.dianpu.catalog.OutOfStock if somebody else got the last pieces; nothing is changed
   * @throws dev.dianpu.payment.BalanceTooLow likewise
   */
  @Transactional
  Placed place(Wish wish) {
    CartView cart = carts.lock(wish.memberId());
    if (cart.lines().isEmpty()) {
      return Placed.of(Result.EMPTY);
    }
    if (!cart.orderable()) {
      return Placed.of(Result.CART_CHANGED);
    }
    if (orders.waiting(wish.memberId()) >= MOST_WAITING
        || orders.placedSince(wish.memberId(), life.now().minus(DAY_LONG)) >= MOST_A_DAY) {
      return Placed.of(Result.TOO_MANY);
    }
    Totals totals = Totals.of(cart.lines(), rates.fee(wish.shipping(), cart.goods(), cart.weight()));
    if (totals.total().compareTo(wish.shown()) != 0) {
      return Placed.of(Result.PRICE_CHANGED);
    }
    Order order = write(wish, cart, totals);
    Map<Long, Integer> pieces = new TreeMap<>();
    cart.lines().forEach(line -> pieces.put(line.skuId(), line.pieces()));
    stock.take(pieces);
    carts.ordered(wish.memberId(), pieces.keySet());
    boolean toPay = order.toPay() && wish.payment().way() != Payment.Way.BALANCE;
    life.tell(order, (facts, at) -> new OrderEvent.OrderPlaced(facts, order.steps(), at, toPay));
    if (wish.payment().way() == Payment.Way.BALANCE) {
      payFromBalance(order);
    }
    return new Placed(Result.PLACED, order.sn());
  }

  private void payFromBalance(Order order) {
    Order paid = life.step(order, Action.PAY, Actor.MEMBER, "");
    balances.book(order.memberId(), order.totals().total().negate(), BalanceReason.ORDER,
        order.sn() + '-' + paid.steps(), "");
    life.tell(paid, (facts, at) -> new OrderEvent.OrderPaid(facts, paid.steps(), at));
  }

  private Order write(Wish wish, CartView cart, Totals totals) {
    Instant now = life.now();
    Choice choice = new Choice(wish.shipping(), wish.payment().id(), wish.payment().way());
    Order draft = new Order(0, number(now), wish.memberId(), Standing.FIRST, 1, true, totals,
        Totals.yuan(BigDecimal.ZERO), choice, wish.recipient(), wish.extras(), "", now, Optional.empty());
    long id = orders.add(draft, wish.submitKey());
    Order order = new Order(id, draft.sn(), draft.memberId(), Standing.FIRST, 1, true, totals, draft.refunded(), choice,
        wish.recipient(), wish.extras(), "", now, Optional.empty());
    lines.add(id, lines(cart.lines()));
    life.record(order, Action.PLACE, Actor.MEMBER, "");
    return order;
  }

  private static List<OrderLine> lines(List<CartLine> cart) {
    return cart.stream().map(line -> {
      SkuView sku = line.sku();
      return new OrderLine(0, sku.id(), sku.goodsId(), sku.name(), sku.options(), sku.code(), sku.picture(),
          Totals.yuan(sku.price()), line.pieces(), 0);
    }).toList();
  }

  /** The day in the shop's zone, then digits by chance: unique by a key of the database. */
  private String number(Instant now) {
    return DAY.format(now.atZone(ZoneId.of(settings.text("shop.zone")))) + secrets.digits(DIGITS);
  }
}
