package dev.dianpu.catalog;

import java.math.BigDecimal;

/** What has a price here and perhaps a higher one elsewhere; both in yuan. */
public interface Priced {

  /** What it costs here. */
  BigDecimal price();

  /** What others ask; null for none. */
  BigDecimal marketPrice();

  /** Whether it costs less here than elsewhere. */
  default boolean discounted() {
    return marketPrice() != null && marketPrice().compareTo(price()) > 0;
  }

  /** How much less it costs here; zero if it is not {@link #discounted()}. */
  default BigDecimal saving() {
    return discounted() ? marketPrice().subtract(price()) : BigDecimal.ZERO;
  }
}
