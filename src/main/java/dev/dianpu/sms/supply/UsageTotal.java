package dev.dianpu.sms.supply;

import dev.dianpu.spi.SmsBalanceSource.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was counted on a day through a channel, beside what the gateway took by its own balance.
 *
 * @param cost of the parts, in yuan
 * @param told by how much the balance fell on that day; empty when it is not known
 * @param unit of {@code told}
 */
public record UsageTotal(UsageDay day, BigDecimal cost, Optional<BigDecimal> told, Unit unit) {

  /** What the gateway took more than was counted, in its unit; empty when it is not known. */
  public Optional<BigDecimal> difference() {
    return told.map(taken -> taken.subtract(unit == Unit.MONEY ? cost : BigDecimal.valueOf(day.parts())));
  }

  /** Whether both agree, as far as it is known. */
  public boolean agrees() {
    return difference().map(difference -> difference.signum() == 0).orElse(true);
  }
}
