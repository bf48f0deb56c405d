package dev.dianpu.catalog.admin;

/**
 * A brand as the owner sees it.
 *
 * @param goods how many have it
 */
public record BrandRow(long id, String name, String brief, int position, long goods) {}
