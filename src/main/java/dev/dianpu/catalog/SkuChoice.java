package dev.dianpu.catalog;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A variant as the page of its goods offers it.
 *
 * @param options empty for goods without a choice
 * @param price what a visitor pays now, in yuan
 * @param usual what it costs outside of the promotion; null without one
 * @param until end of the promotion; null without one
 * @param stock pieces that can still be sold
 * @param chosen whether it is the one that is chosen at first
 */
public record SkuChoice(long id, String options, BigDecimal price, BigDecimal usual, Instant until, int stock,
    boolean chosen) {

  static SkuChoice of(SkuFacts facts, Instant now, boolean chosen) {
    BigDecimal price = facts.prices().at(now);
    boolean promoted = facts.prices().promoted(now) && price.compareTo(facts.price()) < 0;
    return new SkuChoice(facts.id(), facts.options(), price, promoted ? facts.price() : null,
        promoted ? facts.until() : null, facts.stock(), chosen);
  }
}
