package dev.dianpu.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What can be bought of goods.
 *
 * @param skus the variants on sale, in their order; the first that is in stock is chosen
 */
public record Offer(List<SkuChoice> skus) {

  static Offer of(List<SkuFacts> facts, Instant now) {
    long first = facts.stream().filter(sku -> sku.stock() > 0).map(SkuFacts::id).findFirst()
        .orElse(facts.isEmpty() ? 0 : facts.get(0).id());
    return new Offer(facts.stream().map(sku -> SkuChoice.of(sku, now, sku.id() == first)).toList());
  }

  /** The lowest price, in yuan; null if nothing can be bought. */
  public BigDecimal lowest() {
    return skus.stream().map(SkuChoice::price).min(Comparator.naturalOrder()).orElse(null);
  }

  /** The highest price, in yuan; null if nothing can be bought. */
  public BigDecimal highest() {
    return skus.stream().map(SkuChoice::price).max(Comparator.naturalOrder()).orElse(null);
  }

  /** Whether the price depends on the variant. */
  public boolean differing() {
    return !skus.isEmpty() && lowest().compareTo(highest()) != 0;
  }

  /** Pieces of all variants. */
  public int stock() {
    return skus.stream().mapToInt(SkuChoice::stock).sum();
  }

  /** When the first promotion ends; null without one. */
  public Instant until() {
    return skus.stream().map(SkuChoice::until).filter(end -> end != null).min(Comparator.naturalOrder()).orElse(null);
  }
}
