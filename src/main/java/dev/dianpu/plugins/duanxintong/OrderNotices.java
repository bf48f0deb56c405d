package dev.dianpu.plugins.duanxintong;

import dev.dianpu.spi.MemberRegistered;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsNotices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the switches of 短信通知 say. */
record OrderNotices(Settings settings) implements SmsNotices {

  @Override
  public List<SmsNotice> of(OrderEvent event) {
    return NoticeText.of(event).stream()
        .filter(text -> settings.on(text.key()) && concerns(text, event))
        .flatMap(text -> recipients(text, event).stream().map(phone ->
            new SmsNotice(phone, text.template(), settings.text(text.textKey()), after(text))))
        .toList();
  }

  @Override
  public Optional<SmsNotice> of(MemberRegistered event) {
    return event.phone().filter(phone -> settings.on(NoticeSettings.REGISTERED)).map(phone ->
        new SmsNotice(phone, "customer-registered", settings.text(NoticeSettings.REGISTERED_TEXT)));
  }

  /** Of what the shop did itself it need not be told, and nobody is reminded of what is paid at the door. */
  private static boolean concerns(NoticeText text, OrderEvent event) {
    return switch (text) {
      case SHOP_CANCELLED -> event instanceof OrderEvent.OrderCancelled cancelled && !cancelled.byShop();
      case CUSTOMER_UNPAID -> event instanceof OrderEvent.OrderPlaced placed && placed.toPay();
      default -> true;
    };
  }

  private List<PhoneNumber> recipients(NoticeText text, OrderEvent event) {
    return switch (text.to()) {
      case SHOP -> NoticeSettings.phones(text, settings);
      case CUSTOMER -> List.of(event.order().member().orElse(event.order().recipient()));
      case CONSIGNEE -> List.of(event.order().recipient());
    };
  }

  private Duration after(NoticeText text) {
    return text == NoticeText.CUSTOMER_UNPAID ? Duration.ofHours(settings.number(NoticeSettings.UNPAID_HOURS))
        : Duration.ZERO;
  }
}
