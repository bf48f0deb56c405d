package dev.dianpu.catalog;

import java.util.List;

/** Of at least one variant there are too few pieces; nothing was taken, and the transaction can only be rolled back. */
public class OutOfStock extends RuntimeException {

  private final transient List<Lack> lacks;

  public OutOfStock(List<Lack> lacks) {
    super("Not enough pieces: " + lacks);
    this.lacks = List.copyOf(lacks);
  }

  /** What lacks, by the variants' ids; at least one. */
  public List<Lack> lacks() {
    return lacks;
  }
}
