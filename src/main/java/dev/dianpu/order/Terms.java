package dev.dianpu.order;

/**
 * What an order's way of paying and shipping allow.
 *
 * @param onDelivery it is paid when it is received
 * @param pickup it is collected in person
 */
public record Terms(boolean onDelivery, boolean pickup) {}
