package dev.dianpu.payment;

/** Why a balance changed. */
public enum BalanceReason {
  /** An order was paid from it. */
  ORDER,
  /** Money of an order came back. */
  REFUND,
  /** An admin changed it. */
  ADMIN
}
