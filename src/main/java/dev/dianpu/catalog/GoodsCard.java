package dev.dianpu.catalog;

import java.math.BigDecimal;

/**
 * Goods as a list shows them, without the long description.
 *
 * @param picture path of an asset
 * @param marketPrice what others ask, in yuan; null for none
 */
public record GoodsCard(
    long id, long categoryId, String name, String brief, String picture, BigDecimal price, BigDecimal marketPrice, int stock)
    implements Priced {}
