package dev.dianpu.order;

/** Where an order's goods are. */
public enum ShippingState {
  WAITING,
  /** 配货: the shop gathers them. */
  PICKING,
  PARTLY_SHIPPED,
  SHIPPED,
  /** They wait to be collected. */
  READY,
  RECEIVED,
  RETURNED
}
