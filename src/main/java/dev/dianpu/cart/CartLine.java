package dev.dianpu.cart;

import dev.dianpu.catalog.SkuView;
import java.math.BigDecimal;

/**
 * A variant in a cart.
 *
 * @param sku as it is now; null if it is gone for good
 * @param pieces wanted
 */
public record CartLine(long skuId, SkuView sku, int pieces) implements Totals.Priced {

  /** Why it cannot be ordered as it is. */
  public enum Problem {
    NONE,
    /** It is not sold any more. */
    GONE,
    /** No piece is left. */
    SOLD_OUT,
    /** There are fewer pieces than wanted. */
    SHORT
  }

  /** Why it cannot be ordered as it is. */
  public Problem problem() {
    if (sku == null || !sku.onSale()) {
      return Problem.GONE;
    }
    if (sku.stock() < 1) {
      return Problem.SOLD_OUT;
    }
    return sku.stock() < pieces ? Problem.SHORT : Problem.NONE;
  }

  /** Whether it can be ordered as it is. */
  public boolean fine() {
    return problem() == Problem.NONE;
  }

  @Override
  public BigDecimal price() {
    return sku == null ? BigDecimal.ZERO : sku.price();
  }
}
