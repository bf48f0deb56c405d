package dev.dianpu.order;

import dev.dianpu.catalog.Stock;
import dev.dianpu.member.Members;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.OrderFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Moves an order one step on: checks, writes, records, gives stock back; in the transaction of whoever calls. What goes
 * with a step (money, parcels) its caller does, in the same transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OrderLife {

  private static final int LONGEST_NOTE = 500;

  @Inject OrderRepository orders;
  @Inject OrderLineRepository lines;
  @Inject Stock stock;
  @Inject Members members;
  @Inject Event<OrderEvent> events;
  @Inject Clock clock;

  /**
   * The order, locked until the transaction ends.
   *
   * @throws ImpossibleStep if there is none of this number
   */
  Order lock(String sn) {
    return orders.lock(sn).orElseThrow(() -> new ImpossibleStep("there is no such order"));
  }

  /**
   * Takes a step.
   *
   * @param order locked; what else changes is in it already
   * @return the order after it, written and recorded
   * @throws ImpossibleStep if it is not possible now
   */
  Order step(Order order, Action action, Actor actor, String note) {
    Order next = order.standing(order.standing().after(action, order.choice().terms()));
    if (action.givesStockBack() && next.stockHeld()) {
      stock.putBack(pieces(order.id()));
      next = next.stockBack();
    }
    if (action == Action.PAY) {
      next = next.paid(now());
    }
    orders.change(next);
    record(next, action, actor, note);
    return next;
  }

  /** Writes down the order's newest step. */
  void record(Order order, Action action, Actor actor, String note) {
    String kept = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
    lines.addStep(order.id(), new OrderStep(order.steps(), action, order.standing(), actor, kept, now()));
  }

  /** Tells the outbox of the order's newest step. */
  void tell(Order order, BiFunction<OrderFacts, Instant, OrderEvent> event) {
    Recipient to = order.recipient();
    events.fire(event.apply(new OrderFacts(order.sn(), order.memberId(), to.consignee(), to.phone(),
        members.phone(order.memberId()), order.totals().total()), now()));
  }

  private Map<Long, Integer> pieces(long orderId) {
    Map<Long, Integer> pieces = new TreeMap<>();
    lines.of(orderId).forEach(line -> pieces.merge(line.skuId(), line.pieces(), Integer::sum));
    return pieces;
  }

  /** As the database keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
