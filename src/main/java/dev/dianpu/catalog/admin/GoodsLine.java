package dev.dianpu.catalog.admin;

import java.math.BigDecimal;

/**
 * Goods in the owner's list.
 *
 * @param picture path for the template function {@code asset}; empty for none
 * @param price the lowest of the variants now, in yuan
 * @param stock pieces of all variants on sale
 * @param skus how many variants there are
 * @param low how many of them are about to run out
 */
public record GoodsLine(long id, String name, String sn, String category, String picture, BigDecimal price, int stock,
    int sales, boolean onSale, int skus, int low) {}
