package dev.dianpu.plugins.duanxintong;

import dev.dianpu.spi.OrderEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The notices of orders, each with its switch and its text; the variables are those of the original plugin, and more. */
enum NoticeText {
  SHOP_PLACED(To.SHOP, OrderEvent.OrderPlaced.class, "客户{$consignee}（{$tel}）下了订单{$order_sn}，金额{$amount}元，请及时处理。"),
  SHOP_CANCELLED(To.SHOP, OrderEvent.OrderCancelled.class, "客户{$consignee}（{$tel}）取消了订单{$order_sn}。"),
  SHOP_PAID(To.SHOP, OrderEvent.OrderPaid.class, "订单{$order_sn}已付款{$amount}元，收货人{$consignee}，电话{$tel}。"),
  SHOP_RECEIVED(To.SHOP, OrderEvent.ReceiptConfirmed.class, "客户{$consignee}（{$tel}）已确认收到订单{$order_sn}的货物。"),
  CUSTOMER_PLACED(To.CUSTOMER, OrderEvent.OrderPlaced.class, "您的订单{$order_sn}已提交，金额{$amount}元。感谢您的惠顾！"),
  CUSTOMER_CANCELLED(To.CUSTOMER, OrderEvent.OrderCancelled.class, "您的订单{$order_sn}已取消。"),
  CUSTOMER_PAID(To.CUSTOMER, OrderEvent.OrderPaid.class, "您的订单{$order_sn}已于{$time}付款，我们会尽快为您配货。"),
  CUSTOMER_PICKING(To.CUSTOMER, OrderEvent.OrderPicking.class, "您的订单{$order_sn}正在配货。"),
  CUSTOMER_SHIPPED(To.CUSTOMER, OrderEvent.OrderShipped.class, "您的订单{$order_sn}已发货，{$shipping_name}，单号{$invoice_no}。",
      "shipping_name", "invoice_no"),
  CUSTOMER_PICKUP(To.CONSIGNEE, OrderEvent.PickupCode.class, "您的订单{$order_sn}可以提货了，提货码{$pickup_code}，请勿告诉他人。",
      "pickup_code"),
  CUSTOMER_RECEIVED(To.CUSTOMER, OrderEvent.ReceiptConfirmed.class, "您已确认收到订单{$order_sn}的货物，感谢您的惠顾！"),
  CUSTOMER_REFUNDED(To.CUSTOMER, OrderEvent.OrderRefunded.class, "您的订单{$order_sn}已退款{$refund}元，请查收。", "refund"),
  /** Waits; whatever happens to the order meanwhile makes it lapse. */
  CUSTOMER_UNPAID(To.CUSTOMER, OrderEvent.OrderPlaced.class, "您的订单{$order_sn}还没有付款，金额{$amount}元，请尽快付款，以免订单被取消。");

  /** Who gets it. */
  enum To {
    /** The shop's own phones. */
    SHOP,
    /** The phone bound to the account, as the original did; the consignee's where there is none. */
    CUSTOMER,
    /** The phone of who comes to collect. */
    CONSIGNEE
  }

  private static final List<String> OF_ALL = List.of("order_sn", "consignee", "tel", "amount", "shop_name", "time");

  private final To to;
  private final Class<? extends OrderEvent> event;
  private final String wording;
  private final List<String> more;

  NoticeText(To to, Class<? extends OrderEvent> event, String wording, String... more) {
    this.to = to;
    this.event = event;
    this.wording = wording;
    this.more = List.of(more);
  }

  /** Those that this event calls for. */
  static List<NoticeText> of(OrderEvent event) {
    return Arrays.stream(values()).filter(text -> text.event.isInstance(event)).toList();
  }

  To to() {
    return to;
  }

  Class<? extends OrderEvent> event() {
    return event;
  }

  /** The text as it is delivered. */
  String wording() {
    return wording;
  }

  /** What may stand in it. */
  String[] variables() {
    return Stream.concat(OF_ALL.stream(), more.stream()).toArray(String[]::new);
  }

  /** Its name, such as {@code shop-placed}. */
  String template() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of the switch. */
  String key() {
    return "duanxintong." + template();
  }

  /** Of the text. */
  String textKey() {
    return key() + "-text";
  }

  /** Of the phones for this event, if it goes to the shop. */
  String phonesKey() {
    return key() + "-phones";
  }
}
