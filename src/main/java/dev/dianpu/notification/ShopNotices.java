package dev.dianpu.notification;

import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.MemberRegistered;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsNotices;
import dev.dianpu.spi.SmsNotices.SmsNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes down, in the transaction of what happens, who is to be told of it. An event that comes again changes nothing:
 * its name, its step, the phone and the text's name are told once.
 */
@ApplicationScoped
class ShopNotices {

  private static final Logger LOG = Logger.getLogger(ShopNotices.class.getName());
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  /** What waits belongs to the order, whatever its step: so it is found again when it has to lapse. */
  private static final String WAITING = "order.waiting";

  @Inject Notices notices;
  @Inject Extensions<SmsNotices> sources;
  @Inject Settings settings;

  @Transactional(Transactional.TxType.MANDATORY)
  void tell(@Observes OrderEvent event) {
    if (event.step() > 1) {
      notices.lapse(WAITING, event.order().sn());
    }
    List<SmsNotice> wanted = sources.all().stream().flatMap(source -> source.of(event).stream()).toList();
    Map<String, String> values = values(event.variables(), event.at());
    for (SmsNotice notice : wanted) {
      boolean waits = !notice.after().isZero();
      add(waits ? WAITING : event.name(), waits ? event.order().sn() : event.subject(), notice, values);
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void tell(@Observes MemberRegistered event) {
    Map<String, String> values = values(event.variables(), event.at());
    sources.all().stream().flatMap(source -> source.of(event).stream())
        .forEach(notice -> add(MemberRegistered.NAME, Long.toString(event.memberId()), notice, values));
  }

  private Map<String, String> values(Map<String, String> ofEvent, Instant at) {
    Map<String, String> values = new HashMap<>(ofEvent);
    values.put("shop_name", settings.text("shop.name"));
    values.put("time", TIME.format(at.atZone(ZoneId.of(settings.text("shop.zone")))));
    return values;
  }

  /** A text that cannot be filled in must not undo the order; settings refuse such a text, so that this is a fault. */
  private void add(String event, String subject, SmsNotice notice, Map<String, String> values) {
    try {
      notices.add(new Notice(event, subject, notice.to(), notice.template(), notice.text(), values), notice.after());
    } catch (IllegalArgumentException faulty) {
      LOG.log(Level.SEVERE, faulty, () -> "The notice " + notice.template() + " cannot be made");
    }
  }
}
