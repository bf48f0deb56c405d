/**
 * Categories, goods with their variants, pictures and prices, and the search. Later rooms (cart, order) may import it;
 * it imports settings and platform only.
 *
 * <p>Visitors only ever see goods on sale in their category's list, and every list is read from an index: home 2 queries,
 * category 2 (and 2 for what it can be narrowed by, kept), goods 6, search 2, whatever the number of goods, variants and
 * pictures. What is bought is a variant: {@link dev.dianpu.catalog.Skus} reads them with the price of the moment,
 * {@link dev.dianpu.catalog.Stock} takes and puts back pieces. Categories are few and kept in memory
 * ({@link dev.dianpu.catalog.Shelf}).
 *
 * <p>Whoever changes something here calls {@code Versions.bump("catalog")} in the same transaction: that empties the page
 * cache, reloads the categories and writes the search terms anew, on every node.
 */
package dev.dianpu.catalog;
