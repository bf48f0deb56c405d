package dev.dianpu.order;

import dev.dianpu.spi.Payment;

/**
 * How an order is sent and paid.
 *
 * @param payment id of the way to pay; its plugin may be gone meanwhile
 * @param way how the money comes
 */
public record Choice(ShippingMethod shipping, String payment, Payment.Way way) {

  /** What that allows. */
  public Terms terms() {
    return new Terms(way == Payment.Way.ON_DELIVERY, shipping == ShippingMethod.PICKUP);
  }
}
