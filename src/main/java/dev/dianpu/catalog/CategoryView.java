package dev.dianpu.catalog;

/**
 * A category as visitors see it.
 *
 * @param brief one line below the name
 * @param picture path of an asset; empty for none
 */
public record CategoryView(long id, String name, String brief, String picture) {}
