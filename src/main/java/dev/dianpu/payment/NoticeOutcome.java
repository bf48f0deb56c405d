package dev.dianpu.payment;

/** What became of a payment service's notice. */
public enum NoticeOutcome {
  APPLIED,
  /** Not what the order costs; an admin must look. */
  WRONG_AMOUNT,
  /** The order was paid otherwise or called off; an admin must pay it back. */
  TOO_LATE,
  UNKNOWN_ORDER
}
