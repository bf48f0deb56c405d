package dev.dianpu.order;

import java.util.Optional;
import java.util.Set;

/** A step in the life of an order. Each knows from where it is possible and where it leads. */
public enum Action {
  /** Only the first; its row is written by whoever makes the order. */
  PLACE,
  /** The shop takes it. */
  CONFIRM,
  /** The member calls it off, for as long as nobody gathers its goods. */
  CANCEL,
  /** The shop calls it off, for as long as nothing left. */
  REJECT,
  /** It is paid in full. */
  PAY,
  /** The shop gathers its goods. */
  PICK,
  /** Some of its goods leave, others will. */
  SHIP_PART,
  /** All of its goods have left. */
  SHIP,
  /** Its goods wait to be collected. */
  MAKE_READY,
  /** It was collected. */
  HAND_OVER,
  /** The member has the parcels. */
  RECEIVE,
  /** Its goods came back. */
  RETURN,
  /** Part of the money goes back. */
  REFUND_PART,
  /** All of the money, or what is left of it, goes back. */
  REFUND,
  /** Something was noted. */
  NOTE;

  private static final Set<ShippingState> UNSENT =
      Set.of(ShippingState.WAITING, ShippingState.PICKING, ShippingState.READY);
  private static final Set<ShippingState> BEING_SENT = Set.of(ShippingState.PICKING, ShippingState.PARTLY_SHIPPED);
  private static final Set<ShippingState> OUT =
      Set.of(ShippingState.PARTLY_SHIPPED, ShippingState.SHIPPED, ShippingState.RECEIVED);
  private static final Set<OrderState> CALLED_OFF = Set.of(OrderState.CANCELLED, OrderState.RETURNED);

  /** Where it leads; empty if it is impossible from there. */
  Optional<Standing> from(Standing now, Terms terms) {
    ShippingState shipping = now.shipping();
    return switch (this) {
      case PLACE -> Optional.empty();
      case NOTE -> Optional.of(now);
      case CONFIRM -> when(now.order() == OrderState.PLACED, now.order(OrderState.CONFIRMED));
      case CANCEL -> when(now.open() && shipping == ShippingState.WAITING, now.order(OrderState.CANCELLED));
      case REJECT -> when(now.open() && UNSENT.contains(shipping), now.order(OrderState.CANCELLED));
      case PAY -> when(now.payment() == PaymentState.UNPAID && !CALLED_OFF.contains(now.order()),
          now.payment(PaymentState.PAID));
      case PICK -> when(now.payable(terms) && shipping == ShippingState.WAITING,
          now.order(OrderState.CONFIRMED).shipping(ShippingState.PICKING));
      case RETURN -> when(OUT.contains(shipping) && now.order() != OrderState.RETURNED,
          now.order(OrderState.RETURNED).shipping(ShippingState.RETURNED));
      case REFUND_PART -> when(now.holdsMoney(), now.payment(PaymentState.PARTLY_REFUNDED));
      case REFUND -> when(now.holdsMoney(), now.payment(PaymentState.REFUNDED));
      case SHIP_PART, SHIP, MAKE_READY, HAND_OVER, RECEIVE -> moved(now, terms);
    };
  }

  /** The goods move. */
  private Optional<Standing> moved(Standing now, Terms terms) {
    ShippingState shipping = now.shipping();
    boolean sendable = now.payable(terms) && !terms.pickup() && BEING_SENT.contains(shipping);
    return switch (this) {
      case SHIP_PART -> when(sendable, now.shipping(ShippingState.PARTLY_SHIPPED));
      case SHIP -> when(sendable, now.shipping(ShippingState.SHIPPED));
      case MAKE_READY -> when(now.payable(terms) && terms.pickup() && shipping == ShippingState.PICKING,
          now.shipping(ShippingState.READY));
      case HAND_OVER -> when(now.payable(terms) && shipping == ShippingState.READY, now.shipping(ShippingState.RECEIVED));
      default -> when(now.open() && shipping == ShippingState.SHIPPED, now.shipping(ShippingState.RECEIVED));
    };
  }

  private static Optional<Standing> when(boolean possible, Standing next) {
    return possible ? Optional.of(next) : Optional.empty();
  }

  /** Whether it calls the order off, so that its pieces can be sold again. */
  boolean givesStockBack() {
    return this == CANCEL || this == REJECT || this == RETURN;
  }
}
