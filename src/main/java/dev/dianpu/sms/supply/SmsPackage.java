package dev.dianpu.sms.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A package of SMS that the owner bought from a gateway and entered.
 *
 * @param id 0 while it is not kept
 * @param quota how many SMS of one part
 * @param price of the whole package, in yuan
 * @param validFrom first day
 * @param validUntil last day
 * @param note for the owner
 */
public record SmsPackage(
    long id, String channel, int quota, BigDecimal price, LocalDate validFrom, LocalDate validUntil, String note) {

  public SmsPackage {
    Objects.requireNonNull(channel);
    Objects.requireNonNull(price);
    Objects.requireNonNull(note);
    if (quota < 1 || validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException("no package: " + quota + ", " + validFrom + " to " + validUntil);
    }
  }

  boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }
}
