package dev.dianpu.sms.supply;

import dev.dianpu.spi.SmsBalanceSource.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a channel is supplied, by what its gateway told.
 *
 * @param points of the last 30 days, the oldest first, at least one
 */
public record Supply(String channel, List<BalancePoint> points) {

  private static final Duration RATE_TIME = Duration.ofDays(7);
  private static final long LONGEST_GUESS = 999;
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  /** A smaller rise is a refund of what could not be delivered. */
  private static final BigDecimal LEAST_PURCHASE = new BigDecimal("0.1");

  public Supply {
    points = List.copyOf(points);
  }

  /** The newest. */
  public BalancePoint last() {
    return points.get(points.size() - 1);
  }

  public BigDecimal amount() {
    return last().amount();
  }

  public Unit unit() {
    return last().unit();
  }

  /** What was there after the last purchase; without one, in the beginning. */
  public BigDecimal full() {
    BigDecimal full = points.get(0).amount();
    BigDecimal before = full;
    for (BalancePoint point : points) {
      BigDecimal rise = point.amount().subtract(before);
      if (rise.signum() > 0 && rise.compareTo(full.multiply(LEAST_PURCHASE)) >= 0) {
        full = point.amount();
      }
      before = point.amount();
    }
    return full;
  }

  /** How much of it is left, in percent. */
  public int percent() {
    return full().signum() <= 0 ? 0
        : amount().multiply(HUNDRED).divide(full(), 0, RoundingMode.DOWN).max(BigDecimal.ZERO).intValue();
  }

  /**
   * For how many days it lasts at the rate of the last seven; empty while less than a day is known, or so little is used
   * that it lasts for years.
   */
  public Optional<Long> daysLeft() {
    Instant since = last().at().minus(RATE_TIME);
    List<BalancePoint> lately = points.stream().filter(point -> !point.at().isBefore(since)).toList();
    Duration known = Duration.between(lately.get(0).at(), last().at());
    BigDecimal used = used(lately);
    return known.compareTo(Duration.ofDays(1)) < 0 || used.signum() == 0 ? Optional.empty()
        : Optional.of(amount().max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(known.toSeconds()))
            .divide(used.multiply(BigDecimal.valueOf(Duration.ofDays(1).toSeconds())), 0, RoundingMode.DOWN)
            .longValue()).filter(days -> days <= LONGEST_GUESS);
  }

  /** What was used between the first and the last point: the sum of all falls, since a rise is a purchase. */
  static BigDecimal used(List<BalancePoint> points) {
    BigDecimal used = BigDecimal.ZERO;
    for (int i = 1; i < points.size(); i++) {
      used = used.add(points.get(i - 1).amount().subtract(points.get(i).amount()).max(BigDecimal.ZERO));
    }
    return used;
  }
}
