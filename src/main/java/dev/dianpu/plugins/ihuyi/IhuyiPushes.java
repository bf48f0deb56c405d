package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsEvent.Receipt;
import dev.dianpu.spi.SmsEvent.Reply;
import dev.dianpu.spi.SmsEvent.TemplateAudit;
import dev.dianpu.spi.SmsPushReceiver.Push;
import dev.dianpu.spi.SmsPushReceiver.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the gateway pushes: forms, unsigned, so that anybody can send one; the host believes none that names an
 * SMS it does not know. The gateway pushes up to three times until it is answered {@code success}.
 */
final class IhuyiPushes {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  /** The document names no zone; the gateway's people and operators live in this one. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String PHONE = "\\+?[0-9]{5,20}";
  private static final String ID = "[0-9A-Za-z_-]{1,64}";
  private static final String CODE = "[0-9A-Za-z_:-]{1,32}";

  private IhuyiPushes() {}

  static Optional<Reading> read(Push push) {
    Optional<? extends SmsEvent> event = switch (push.kind()) {
      case RECEIPT -> receipt(push);
      case REPLY -> reply(push);
      case TEMPLATE -> audit(push);
    };
    return event.map(one -> new Reading(List.of(one), "text/plain; charset=utf-8", "success"));
  }

  private static Optional<Receipt> receipt(Push push) {
    String code = push.parameter("code").strip();
    String id = push.parameter("smsid").strip();
    String phone = push.parameter("mobilephone").strip();
    return code.matches(CODE) && id.matches(ID) && phone.matches(PHONE)
        ? Optional.of(new Receipt(id, phone, code.equals("2"), code, push.parameter("msg"), time(push, "report_time")))
        : Optional.empty();
  }

  /** The id of the SMS that is answered is "for reference only": it may be absent. */
  private static Optional<Reply> reply(Push push) {
    String id = push.parameter("smsid").strip();
    String phone = push.parameter("mobilephone").strip();
    boolean fine = phone.matches(PHONE) && (id.isEmpty() || id.matches(ID)) && push.parameters().containsKey("content");
    return fine
        ? Optional.of(new Reply(id.equals("0") ? "" : id, phone, push.parameter("content"), time(push, "reply_time")))
        : Optional.empty();
  }

  private static Optional<TemplateAudit> audit(Push push) {
    String code = push.parameter("code").strip();
    String id = push.parameter("templateid").strip();
    return code.matches("[02]") && id.matches(ID)
        ? Optional.of(new TemplateAudit(id, code.equals("2"), push.parameter("msg"))) : Optional.empty();
  }

  /** A time that cannot be read takes nothing from the rest of the push. */
  private static Optional<Instant> time(Push push, String name) {
    try {
      return Optional.of(LocalDateTime.parse(push.parameter(name).strip(), TIME).atZone(ZONE).toInstant());
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
