package dev.dianpu.order;

/** How far an order as a whole is. */
public enum OrderState {
  PLACED,
  /** The shop takes it. */
  CONFIRMED,
  /** Received and paid. */
  COMPLETED,
  CANCELLED,
  /** Its goods came back. */
  RETURNED
}
