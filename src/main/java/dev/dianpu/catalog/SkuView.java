package dev.dianpu.catalog;

import java.math.BigDecimal;

/**
 * A variant as cart, checkout and orders see it.
 *
 * @param code product number of the variant
 * @param name of the goods
 * @param options values of the options, parted by a slash; empty for goods without a choice
 * @param picture path for the template function {@code asset}; empty for none
 * @param price what the buyer pays now for a piece, in yuan, promotion and rank regarded
 * @param onSale whether it can be bought, the goods regarded
 * @param stock pieces that can still be sold
 * @param weight grams of a piece, packed
 */
public record SkuView(long id, long goodsId, String code, String name, String options, String picture, BigDecimal price,
    boolean onSale, int stock, int weight) {}
