package dev.dianpu.order;

import dev.dianpu.cart.Totals;
import java.math.BigDecimal;

/**
 * What was ordered, as it was then.
 *
 * @param name of the goods
 * @param variant values of the options; empty for goods without a choice
 * @param sn product number
 * @param picture path for the template function {@code asset}
 * @param price of a piece, in yuan
 * @param shipped pieces that left
 */
public record OrderLine(long id, long skuId, long goodsId, String name, String variant, String sn, String picture,
    BigDecimal price, int pieces, int shipped) implements Totals.Priced {

  /** Whether some of it did not leave. */
  public boolean open() {
    return left() > 0;
  }

  /** Pieces that did not leave. */
  public int left() {
    return pieces - shipped;
  }
}
