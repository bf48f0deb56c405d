package dev.dianpu.cart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * What goods and an order cost, in yuan with two decimals: the only place where amounts are added up.
 *
 * @param goods all pieces
 * @param shipping the fee
 * @param total to pay
 */
public record Totals(BigDecimal goods, BigDecimal shipping, BigDecimal total) {

  /** The most a total can be: what the database keeps. */
  private static final BigDecimal MOST = new BigDecimal("9999999999.99");

  /** Pieces at a price each. */
  public interface Priced {

    /** Of a piece, in yuan. */
    BigDecimal price();

    /** How many. */
    int pieces();

    /** Of all pieces of the line. */
    default BigDecimal amount() {
      return yuan(price()).multiply(BigDecimal.valueOf(pieces()));
    }
  }

  /** Of lines and a fee. */
  public static Totals of(Collection<? extends Priced> lines, BigDecimal shippingFee) {
    BigDecimal goods = lines.stream().map(Priced::amount).reduce(yuan(BigDecimal.ZERO), BigDecimal::add);
    BigDecimal fee = yuan(shippingFee);
    BigDecimal total = goods.add(fee);
    if (fee.signum() < 0 || goods.signum() < 0 || total.compareTo(MOST) > 0) {
      throw new ArithmeticException("no order costs " + total);
    }
    return new Totals(goods, fee, total);
  }

  /** To whole fen, half a fen up. */
  public static BigDecimal yuan(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
