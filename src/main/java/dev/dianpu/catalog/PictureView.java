package dev.dianpu.catalog;

/**
 * A picture of goods.
 *
 * @param path for the template function {@code asset}, as {@code small} is
 * @param small of the small one
 * @param alt what is to be seen; empty if nobody said
 */
public record PictureView(String path, String small, String alt) {}
