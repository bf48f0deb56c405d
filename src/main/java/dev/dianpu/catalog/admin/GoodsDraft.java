package dev.dianpu.catalog.admin;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Goods as the owner wants them.
 *
 * @param id 0 for new ones
 * @param brandId 0 without a brand
 * @param typeId 0 without a type
 * @param sn product number
 * @param words what is to be read of them
 * @param marketPrice what others ask, in yuan; null for none
 * @param position small ones first
 * @param warnStock pieces of a variant at which the owner is warned
 * @param optionNames what the variants differ in, parted by a slash
 * @param skus the variants, in their order; at least one that stays
 */
public record GoodsDraft(long id, long categoryId, long brandId, long typeId, String sn, Words words,
    BigDecimal marketPrice, int position, boolean featured, boolean onSale, int warnStock, String optionNames,
    List<SkuDraft> skus) {

  /** What is to be read of goods; the description is plain text, an empty line parts paragraphs. */
  public record Words(String name, String brief, String keywords, String description) {}

  /** What the log says of them. */
  String summary() {
    return words.name() + "; " + skus.stream().filter(sku -> !sku.removed()).map(SkuDraft::words)
        .collect(Collectors.joining("; "));
  }
}
