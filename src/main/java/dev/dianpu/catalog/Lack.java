package dev.dianpu.catalog;

/**
 * A variant of which there is not enough.
 *
 * @param wanted pieces
 * @param left pieces that could be had; 0 also if it is not on sale
 */
public record Lack(long skuId, int wanted, int left) {}
