package dev.dianpu.order;

import java.math.BigDecimal;

/**
 * A shipping method for a cart.
 *
 * @param fee in yuan
 * @param total goods and fee, in yuan
 */
public record ShippingOffer(ShippingMethod method, BigDecimal fee, BigDecimal total) {}
