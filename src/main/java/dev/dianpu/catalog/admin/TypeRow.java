package dev.dianpu.catalog.admin;

/**
 * A type of goods as the owner sees it.
 *
 * @param attributes how many it has
 * @param goods how many are of it
 */
public record TypeRow(long id, String name, long attributes, long goods) {}
