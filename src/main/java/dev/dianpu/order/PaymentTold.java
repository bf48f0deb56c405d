package dev.dianpu.order;

import dev.dianpu.payment.NoticeOutcome;
import dev.dianpu.payment.PaymentNotices;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.Payment.Told.Paid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Applies what a payment service told of a payment: once, however often and in whatever order it is told. What does
 * not fit changes nothing but stays on the order's page, since somebody's money came.
 */
@ApplicationScoped
public class PaymentTold {

  @Inject PaymentNotices notices;
  @Inject OrderRepository orders;
  @Inject OrderLife life;

  /** Applies it, in one transaction with writing it down. */
  @Transactional
  public void apply(String method, Paid paid) {
    if (notices.take(method, paid)) {
      notices.settle(method, paid.trade(), outcome(method, paid));
    }
  }

  private NoticeOutcome outcome(String method, Paid paid) {
    Order order = orders.lock(paid.orderSn()).orElse(null);
    if (order == null || !order.choice().payment().equals(method)) {
      return NoticeOutcome.UNKNOWN_ORDER;
    }
    if (!order.allows(Action.PAY)) {
      return NoticeOutcome.TOO_LATE;
    }
    if (order.totals().total().compareTo(paid.amount()) != 0) {
      return NoticeOutcome.WRONG_AMOUNT;
    }
    Order after = life.step(order, Action.PAY, Actor.SYSTEM, paid.trade());
    life.tell(after, (facts, at) -> new OrderEvent.OrderPaid(facts, after.steps(), at));
    return NoticeOutcome.APPLIED;
  }
}
