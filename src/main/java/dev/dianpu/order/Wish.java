package dev.dianpu.order;

import dev.dianpu.spi.Payment;
import java.math.BigDecimal;

/**
 * What a member wants to order, beside the cart.
 *
 * @param submitKey of the form: sent twice it is one order
 * @param recipient who gets it
 * @param shown the total that the member saw and agreed to, in yuan
 */
public record Wish(long memberId, String submitKey, Recipient recipient, ShippingMethod shipping, Payment payment,
    Extras extras, BigDecimal shown) {}
