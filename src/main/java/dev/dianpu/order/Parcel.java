package dev.dianpu.order;

import java.time.Instant;
import java.util.List;

/**
 * A parcel that left.
 *
 * @param carrier such as 顺丰速运
 * @param number by which the carrier knows it
 * @param lines what is in it
 */
public record Parcel(long id, String carrier, String number, Instant shippedAt, List<Line> lines) {

  /** Pieces of an order's line. */
  public record Line(long orderLineId, int pieces) {}

  public Parcel {
    lines = List.copyOf(lines);
  }
}
