package dev.dianpu.cart;

import java.math.BigDecimal;
import java.util.List;

/**
 * A cart as of now.
 *
 * @param lines in the order in which they were put in
 */
public record CartView(List<CartLine> lines) {

  public CartView {
    lines = List.copyOf(lines);
  }

  /** What can be ordered costs, in yuan, without shipping. */
  public BigDecimal goods() {
    return Totals.of(lines.stream().filter(CartLine::fine).toList(), BigDecimal.ZERO).goods();
  }

  /** Whether it can be ordered as it is. */
  public boolean orderable() {
    return !lines.isEmpty() && lines.stream().allMatch(CartLine::fine);
  }

  /** Pieces that can be ordered. */
  public int pieces() {
    return lines.stream().filter(CartLine::fine).mapToInt(CartLine::pieces).sum();
  }

  /** Grams of all pieces. */
  public long weight() {
    return lines.stream().filter(CartLine::fine).mapToLong(line -> (long) line.sku().weight() * line.pieces()).sum();
  }
}
