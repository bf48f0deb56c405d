package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsEvent.Receipt;
import dev.dianpu.spi.SmsEvent.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Receipts and replies, which look the same whether they are pushed or fetched: {@code smsType} 1 is a receipt, whose
 * {@code content} is the id of the SMS, 0 a reply, whose {@code content} is what the person wrote. {@code fromNum} is
 * the phone in both. An id of a reply is not known.
 */
final class CloopenEvents {

  static final String REPLY = "0";
  static final String RECEIPT = "1";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("[yyyyMMddHHmmss][yyyy-MM-dd HH:mm:ss]");

  private CloopenEvents() {}

  /**
   * Reads one.
   *
   * @param type 0 or 1, used where the event itself names none
   * @param zone of its times
   * @return empty when it is neither, or names no phone or no SMS
   */
  static Optional<SmsEvent> read(CloopenTree event, String type, ZoneId zone) {
    String own = event.text("smsType");
    String content = event.text("content");
    String phone = event.text("fromNum");
    if (phone.isEmpty()) {
      return Optional.empty();
    }
    return switch (own.isEmpty() ? type : own) {
      case RECEIPT -> content.isEmpty() ? Optional.empty() : Optional.of(receipt(event, content, phone, zone));
      case REPLY -> Optional.of(new Reply("", phone, content, time(event, zone)));
      default -> Optional.empty();
    };
  }

  /** {@code status} 0 is delivered; the operator's word is asked only where there is no status. */
  private static Receipt receipt(CloopenTree event, String gatewayId, String phone, ZoneId zone) {
    String status = event.text("status");
    String operator = event.text("deliverCode");
    boolean delivered = status.isEmpty() ? operator.equalsIgnoreCase("DELIVRD") : status.matches("0+");
    return new Receipt(gatewayId, phone, delivered, operator.isEmpty() ? status : operator, "", time(event, zone));
  }

  private static Optional<Instant> time(CloopenTree event, ZoneId zone) {
    String received = event.text("recvTime");
    String time = received.isEmpty() ? event.text("dateSent") : received;
    try {
      return Optional.of(LocalDateTime.parse(time, TIME).atZone(zone).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
