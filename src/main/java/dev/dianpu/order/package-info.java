/**
 * Checkout and orders. An order has three states (of the order, its payment, its shipping), which change together by
 * {@link dev.dianpu.order.Action}s only; an impossible one is refused, a possible one is recorded with who and when, in
 * the transaction in which stock, balance and what people are told change, too. The order's row is locked first, so two
 * people who press different buttons are two steps, one after the other.
 */
package dev.dianpu.order;
