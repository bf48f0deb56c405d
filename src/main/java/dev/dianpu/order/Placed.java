package dev.dianpu.order;

/**
 * How placing an order ended.
 *
 * @param result what came of it
 * @param sn the order's number; empty without one
 */
public record Placed(Result result, String sn) {

  /** What can come of it. */
  public enum Result {
    PLACED,
    /** Nothing is in the cart. */
    EMPTY,
    /** Something in the cart is gone or short. */
    CART_CHANGED,
    /** It costs something else than was shown. */
    PRICE_CHANGED,
    /** There is less on the balance than it costs. */
    BALANCE_TOO_LOW,
    /** Too many orders of this member wait to be paid or confirmed, or were placed today. */
    TOO_MANY,
    /** The shop wants a bound phone first. */
    PHONE_REQUIRED
  }

  static Placed of(Result result) {
    return new Placed(result, "");
  }
}
