package dev.dianpu.order;

/** How goods get to people. */
public enum ShippingMethod {
  /** One fee, whatever it is. */
  FLAT,
  /** A fee by weight. */
  WEIGHT,
  /** 自提: collected in person with a code (提货码), without a fee. */
  PICKUP
}
