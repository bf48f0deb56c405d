package dev.dianpu.catalog.admin;

/**
 * A rank of members as the owner sees it.
 *
 * @param discount percent of the price that its members pay
 * @param pointsFrom points with which it is reached
 * @param shown whether everybody sees its prices
 */
public record RankRow(long id, String name, int discount, int pointsFrom, boolean shown) {}
