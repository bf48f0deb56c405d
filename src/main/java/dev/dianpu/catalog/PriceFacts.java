package dev.dianpu.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What the price of a variant depends on; amounts in yuan.
 *
 * @param price what anybody pays outside of promotions
 * @param promotionPrice null for no promotion
 * @param from first moment of the promotion; null without one
 * @param until first moment after it; null without one
 * @param discount percent that the buyer's rank pays; null for 100
 * @param rankPrice fixed price for the buyer's rank; null for none
 */
record PriceFacts(BigDecimal price, BigDecimal promotionPrice, Instant from, Instant until, Integer discount,
    BigDecimal rankPrice) {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** What the buyer pays at a moment: the lowest of what is valid then. */
  BigDecimal at(Instant now) {
    return Stream.of(price, promoted(now) ? promotionPrice : price, ofRank())
        .min(BigDecimal::compareTo).orElseThrow().setScale(2, RoundingMode.HALF_UP);
  }

  /** Whether the promotion is on at a moment. */
  boolean promoted(Instant now) {
    return promotionPrice != null && from != null && until != null && !now.isBefore(from) && now.isBefore(until);
  }

  private BigDecimal ofRank() {
    if (rankPrice != null) {
      return rankPrice;
    }
    return discount == null ? price
        : price.multiply(new BigDecimal(discount)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
