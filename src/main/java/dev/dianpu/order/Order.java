package dev.dianpu.order;

import dev.dianpu.cart.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An order as it stands.
 *
 * @param sn the number that people read
 * @param steps how many steps of its life are recorded
 * @param stockHeld whether its pieces were taken and not put back
 * @param refunded yuan that went back
 * @param pickupCode 提货码; empty until there is one
 */
public record Order(long id, String sn, long memberId, Standing standing, int steps, boolean stockHeld, Totals totals,
    BigDecimal refunded, Choice choice, Recipient recipient, Extras extras, String pickupCode, Instant placedAt,
    Optional<Instant> paidAt) {

  /** Whether an action is possible now. */
  public boolean allows(Action action) {
    return standing.allows(action, choice.terms());
  }

  /** The same by the action's name, for templates. */
  public boolean can(String action) {
    return allows(Action.valueOf(action));
  }

  /** Yuan that the shop has got and not given back. */
  public BigDecimal held() {
    return standing.payment() == PaymentState.UNPAID ? Totals.yuan(BigDecimal.ZERO) : totals.total().subtract(refunded);
  }

  /** Whether the member has to pay, and has not. */
  public boolean toPay() {
    return standing.payment() == PaymentState.UNPAID && standing.open() && !choice.terms().onDelivery();
  }

  Order standing(Standing next) {
    return new Order(id, sn, memberId, next, steps + 1, stockHeld, totals, refunded, choice, recipient, extras,
        pickupCode, placedAt, paidAt);
  }

  Order stockBack() {
    return new Order(id, sn, memberId, standing, steps, false, totals, refunded, choice, recipient, extras, pickupCode,
        placedAt, paidAt);
  }

  Order refunded(BigDecimal sum) {
    return new Order(id, sn, memberId, standing, steps, stockHeld, totals, sum, choice, recipient, extras, pickupCode,
        placedAt, paidAt);
  }

  Order pickup(String code) {
    return new Order(id, sn, memberId, standing, steps, stockHeld, totals, refunded, choice, recipient, extras, code,
        placedAt, paidAt);
  }

  Order paid(Instant at) {
    return new Order(id, sn, memberId, standing, steps, stockHeld, totals, refunded, choice, recipient, extras,
        pickupCode, placedAt, Optional.of(at));
  }

  /** Without what tells of a person. */
  @Override
  public String toString() {
    return "Order[" + sn + "]";
  }
}
