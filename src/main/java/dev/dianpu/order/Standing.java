package dev.dianpu.order;

import java.util.Optional;

/**
 * The three states of an order together.
 *
 * @param order of the whole
 * @param payment of the payment
 * @param shipping of the goods
 */
public record Standing(OrderState order, PaymentState payment, ShippingState shipping) {

  /** Every order's first one. */
  static final Standing FIRST = new Standing(OrderState.PLACED, PaymentState.UNPAID, ShippingState.WAITING);

  /** Whether an action is possible now. */
  public boolean allows(Action action, Terms terms) {
    return action.from(this, terms).isPresent();
  }

  /**
   * After an action.
   *
   * @throws ImpossibleStep if it is not possible now
   */
  Standing after(Action action, Terms terms) {
    Optional<Standing> next = action.from(this, terms);
    return next.orElseThrow(() -> new ImpossibleStep(action, this)).settled();
  }

  /** Whether it is neither over nor called off. */
  boolean open() {
    return order == OrderState.PLACED || order == OrderState.CONFIRMED;
  }

  /** Whether the shop holds money of it. */
  boolean holdsMoney() {
    return payment == PaymentState.PAID || payment == PaymentState.PARTLY_REFUNDED;
  }

  /** Whether its goods may be gathered and sent. */
  boolean payable(Terms terms) {
    return open() && (holdsMoney() || terms.onDelivery());
  }

  Standing order(OrderState next) {
    return new Standing(next, payment, shipping);
  }

  Standing payment(PaymentState next) {
    return new Standing(order, next, shipping);
  }

  Standing shipping(ShippingState next) {
    return new Standing(order, payment, next);
  }

  /** Received and paid is completed, whichever came last. */
  private Standing settled() {
    return open() && shipping == ShippingState.RECEIVED && payment != PaymentState.UNPAID
        ? order(OrderState.COMPLETED) : this;
  }
}
