package dev.dianpu.catalog;

/**
 * A picture of goods as the owner sees it.
 *
 * @param small path for the template function {@code asset}
 * @param alt what is to be seen; empty if nobody said
 * @param position small ones first
 */
public record GalleryEntry(long id, String small, String alt, int position) {}
