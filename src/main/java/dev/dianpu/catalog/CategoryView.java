package dev.dianpu.catalog;

/**
 * A category as visitors see it.
 *
 * @param parentId the category above it; 0 on the first level
 * @param brief one line below the name
 * @param picture path of an asset; empty for none
 */
public record CategoryView(long id, long parentId, String name, String brief, String picture) {}
