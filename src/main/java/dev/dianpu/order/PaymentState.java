package dev.dianpu.order;

/** Whether an order is paid. */
public enum PaymentState {
  UNPAID,
  PAID,
  PARTLY_REFUNDED,
  REFUNDED
}
