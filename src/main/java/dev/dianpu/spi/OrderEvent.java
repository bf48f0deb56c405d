package dev.dianpu.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Something that happened to an order. The room {@code order} fires it as a CDI event, synchronously and inside the
 * transaction in which it happens: only the host's outbox observes it, which writes down who is to be told. What an
 * observer throws undoes what happened.
 *
 * <p>An event of the same kind may come more than once for an order, such as a second parcel; {@link #step} tells them
 * apart, and {@link #subject} names one for good.
 */
public sealed interface OrderEvent {

  /** The order as it is after the event. */
  OrderFacts order();

  /** Which step of the order's life this is, from 1; unique within the order. */
  int step();

  /** When it happened. */
  Instant at();

  /** The event's stable name, such as {@code order.placed}. */
  String name();

  /** The order's number and the step, such as {@code 2026112500000017-3}: unique for good. */
  default String subject() {
    return order().sn() + '-' + step();
  }

  /** What texts may hold of this kind of event; see {@link #variables}. */
  default Map<String, String> more() {
    return Map.of();
  }

  /**
   * Values for a text: {@code order_sn}, {@code consignee}, {@code tel}, {@code amount} (yuan, two decimals), and what the
   * kind of event adds. The time is the observer's to word, in the shop's zone.
   */
  default Map<String, String> variables() {
    Map<String, String> all = new HashMap<>(more());
    all.put("order_sn", order().sn());
    all.put("consignee", order().consignee());
    all.put("tel", order().recipient().national());
    all.put("amount", order().amount().toPlainString());
    return Map.copyOf(all);
  }

  /**
   * A member placed it.
   *
   * @param toPay the shop waits for the money; false for an order that is paid at the door, or was paid at once
   */
  record OrderPlaced(OrderFacts order, int step, Instant at, boolean toPay) implements OrderEvent {

    /** One that is to be paid. */
    public OrderPlaced(OrderFacts order, int step, Instant at) {
      this(order, step, at, true);
    }

    @Override
    public String name() {
      return "order.placed";
    }
  }

  /**
   * It was cancelled.
   *
   * @param byShop the shop did it, not the member
   */
  record OrderCancelled(OrderFacts order, int step, Instant at, boolean byShop) implements OrderEvent {
    @Override
    public String name() {
      return "order.cancelled";
    }
  }

  /** It is paid in full. */
  record OrderPaid(OrderFacts order, int step, Instant at) implements OrderEvent {
    @Override
    public String name() {
      return "order.paid";
    }
  }

  /** The shop gathers its goods (配货). */
  record OrderPicking(OrderFacts order, int step, Instant at) implements OrderEvent {
    @Override
    public String name() {
      return "order.picking";
    }
  }

  /**
   * A parcel with all or some of its goods left. Variables: {@code shipping_name}, {@code invoice_no}.
   *
   * @param carrier as the admin entered it, such as 顺丰速运
   * @param number of the parcel
   */
  record OrderShipped(OrderFacts order, int step, Instant at, String carrier, String number) implements OrderEvent {
    @Override
    public String name() {
      return "order.shipped";
    }

    @Override
    public Map<String, String> more() {
      return Map.of("shipping_name", carrier, "invoice_no", number);
    }
  }

  /**
   * It waits to be collected. Variable: {@code pickup_code}.
   *
   * @param code what to show in the shop
   */
  record PickupCode(OrderFacts order, int step, Instant at, String code) implements OrderEvent {
    @Override
    public String name() {
      return "order.pickup";
    }

    @Override
    public Map<String, String> more() {
      return Map.of("pickup_code", code);
    }

    /** Without the code. */
    @Override
    public String toString() {
      return "PickupCode[" + subject() + "]";
    }
  }

  /** The member has it. */
  record ReceiptConfirmed(OrderFacts order, int step, Instant at) implements OrderEvent {
    @Override
    public String name() {
      return "order.received";
    }
  }

  /**
   * Money went back to the member. Variable: {@code refund} (yuan).
   *
   * @param amount in yuan
   */
  record OrderRefunded(OrderFacts order, int step, Instant at, BigDecimal amount) implements OrderEvent {
    @Override
    public String name() {
      return "order.refunded";
    }

    @Override
    public Map<String, String> more() {
      return Map.of("refund", amount.toPlainString());
    }
  }
}
