package dev.dianpu.catalog.admin;

/**
 * A variant that is about to run out.
 *
 * @param warnStock pieces at which the owner wants to be warned
 */
public record StockLine(long skuId, long goodsId, String code, String name, String options, int stock, int warnStock) {}
