package dev.dianpu.payment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A change of a balance.
 *
 * @param amount yuan; negative when it was spent
 * @param balance after it
 * @param reference number of an order and step of its life, parted by a hyphen
 */
public record BalanceEntry(
    long id, BigDecimal amount, BigDecimal balance, BalanceReason reason, String reference, String note, Instant at) {

  /** The order's number; empty for an entry of an admin. */
  public String orderSn() {
    return reason == BalanceReason.ADMIN ? "" : reference.replaceFirst("-[0-9]+$", "");
  }
}
