package dev.dianpu.order;

import dev.dianpu.cart.Totals;
import dev.dianpu.payment.BalanceReason;
import dev.dianpu.payment.Balances;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * What the shop does with an order: each method is one transaction, in the order's life and in the admin's log, and
 * throws {@link ImpossibleStep} where it cannot be. Sending is the business of {@link Dispatch}.
 */
@ApplicationScoped
@Transactional
public class OrderDesk {

  private static final String LOGGED = "admin.log.order-";

  @Inject OrderLife life;
  @Inject Balances balances;
  @Inject AdminLog log;

  /** The shop takes it. */
  public void confirm(String sn, Actor admin, String note) {
    logged(life.step(life.lock(sn), Action.CONFIRM, admin, note), Action.CONFIRM, "");
  }

  /** The shop calls it off; what was paid from the balance goes back there at once. */
  public void reject(String sn, Actor admin, String note) {
    Order order = life.step(life.lock(sn), Action.REJECT, admin, note);
    logged(order, Action.REJECT, "");
    life.tell(order, (facts, at) -> new OrderEvent.OrderCancelled(facts, order.steps(), at, true));
    giveBalanceBack(order, admin);
  }

  /** The money came. */
  public void pay(String sn, Actor admin, String note) {
    Order order = life.step(life.lock(sn), Action.PAY, admin, note);
    logged(order, Action.PAY, order.totals().total().toPlainString());
    life.tell(order, (facts, at) -> new OrderEvent.OrderPaid(facts, order.steps(), at));
  }

  /** Its goods are gathered. */
  public void pick(String sn, Actor admin, String note) {
    Order order = life.step(life.lock(sn), Action.PICK, admin, note);
    logged(order, Action.PICK, "");
    life.tell(order, (facts, at) -> new OrderEvent.OrderPicking(facts, order.steps(), at));
  }

  /** Its goods came back; their pieces can be sold again. */
  public void takeBack(String sn, Actor admin, String note) {
    logged(life.step(life.lock(sn), Action.RETURN, admin, note), Action.RETURN, "");
  }

  /**
   * Gives money back to the member's balance.
   *
   * @param amount yuan; more than nothing, at most {@link Order#held()}
   */
  public void refund(String sn, BigDecimal amount, Actor admin, String note) {
    refund(life.lock(sn), Totals.yuan(amount), admin, note);
    log.record(LOGGED + "refund", sn, "", amount.toPlainString());
  }

  /** Writes something down. */
  public void note(String sn, Actor admin, String note) {
    logged(life.step(life.lock(sn), Action.NOTE, admin, note), Action.NOTE, note);
  }

  /** The member calls it off. */
  void cancel(String sn) {
    Order order = life.step(life.lock(sn), Action.CANCEL, Actor.MEMBER, "");
    life.tell(order, (facts, at) -> new OrderEvent.OrderCancelled(facts, order.steps(), at, false));
    giveBalanceBack(order, Actor.SYSTEM);
  }

  /** The member has it. */
  void receive(String sn) {
    Order order = life.step(life.lock(sn), Action.RECEIVE, Actor.MEMBER, "");
    life.tell(order, (facts, at) -> new OrderEvent.ReceiptConfirmed(facts, order.steps(), at));
  }

  /** Nobody paid in time. */
  void expire(String sn) {
    Order locked = life.lock(sn);
    if (locked.toPay() && locked.allows(Action.CANCEL)) {
      Order order = life.step(locked, Action.CANCEL, Actor.SYSTEM, "");
      life.tell(order, (facts, at) -> new OrderEvent.OrderCancelled(facts, order.steps(), at, true));
    }
  }

  private void giveBalanceBack(Order order, Actor actor) {
    if (order.choice().way() == Payment.Way.BALANCE && order.held().signum() > 0) {
      refund(order, order.held(), actor, "");
    }
  }

  private void refund(Order order, BigDecimal amount, Actor actor, String note) {
    if (amount.signum() <= 0 || amount.compareTo(order.held()) > 0) {
      throw new ImpossibleStep("there is nothing like that to give back");
    }
    Action action = amount.compareTo(order.held()) == 0 ? Action.REFUND : Action.REFUND_PART;
    Order after = life.step(order.refunded(order.refunded().add(amount)), action, actor, note);
    balances.book(order.memberId(), amount, BalanceReason.REFUND, order.sn() + '-' + after.steps(), "");
    life.tell(after, (facts, at) -> new OrderEvent.OrderRefunded(facts, after.steps(), at, amount));
  }

  private void logged(Order order, Action action, String after) {
    log.record(LOGGED + action.name().toLowerCase(Locale.ROOT).replace('_', '-'), order.sn(), "", after);
  }

  /** What the shop can do with an order now, for the buttons of its page. */
  public static List<Action> possible(Order order) {
    return List.of(Action.values()).stream().filter(order::allows).toList();
  }
}
