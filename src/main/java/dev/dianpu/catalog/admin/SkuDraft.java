package dev.dianpu.catalog.admin;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A variant as the owner wants it; amounts in yuan.
 *
 * @param id 0 for a new one
 * @param promotionPrice null for no promotion
 * @param from first moment of the promotion; null without one
 * @param until first moment after it; null without one
 * @param stock pieces that the owner sees or types
 * @param added by how many pieces the owner changed the stock that the form showed: what was sold meanwhile stays sold
 * @param weight grams
 * @param removed whether it is to go
 */
public record SkuDraft(long id, String code, String options, BigDecimal price, BigDecimal promotionPrice, Instant from,
    Instant until, int stock, int added, int weight, boolean onSale, boolean removed) {

  /** What the log says of it. */
  String words() {
    return "%s%s %s%s ×%d%s".formatted(code, options.isEmpty() ? "" : " (" + options + ')', price,
        promotionPrice == null ? "" : "/" + promotionPrice, stock, onSale ? "" : " -");
  }
}
