package dev.dianpu.registration;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.mail.Mail;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.MessageKind;
import dev.dianpu.sms.SmsRequest;
import dev.dianpu.sms.SmsSender;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a member that the account was changed, at the address and phone that it had before: whoever took it over has the
 * new ones. By mail where there is a server; by SMS, which costs money, at most once a day.
 */
@ApplicationScoped
class ChangeNotice {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Inject MailRoom mails;
  @Inject SmsSender sms;
  @Inject Extensions<PhonePolicy> policies;
  @Inject Settings settings;
  @Inject Messages messages;
  @Inject Clock clock;

  /**
   * A change.
   *
   * @param what {@code password}, {@code email} or {@code phone}
   * @param email that the account had before
   * @param phone that the account had before, if it is to be told by SMS, too
   * @param byMail whether a code by mail was enough for it: whoever reads the mail then is told nothing new
   */
  record Change(long member, String what, String email, Optional<PhoneNumber> phone, boolean byMail) {

    /** One that a code by mail was not enough for. */
    Change(long member, String what, String email, Optional<PhoneNumber> phone) {
      this(member, what, email, phone, false);
    }
  }

  void tell(Change change, Visit visit) {
    String shop = settings.text("shop.name");
    String time = TIME.format(clock.instant().atZone(ZoneId.of(settings.text("shop.zone"))));
    boolean posted = mails.post(new Mail(change.email(),
        messages.text(visit.locale(), "account.mail.changed.subject", shop),
        messages.text(visit.locale(), "account.mail.changed.text", shop,
            messages.text(visit.locale(), "account.what." + change.what()), time, visit.address())));
    if (change.what().equals("phone") || change.byMail() || !posted) {
      change.phone().ifPresent(phone -> bySms(change.member(), phone, shop));
    }
  }

  private void bySms(long member, PhoneNumber phone, String shop) {
    Optional<String> text = policies.first().flatMap(PhonePolicy::changeNotice);
    if (text.isEmpty()) {
      return;
    }
    String once = "changed " + member + " " + clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    try {
      sms.send(SmsRequest.of(MessageKind.NOTICE, phone, "account-changed", text.get(), Map.of("shop_name", shop))
          .referringTo(once));
    } catch (Sql.Duplicate toldToday) {
      // The database takes a reference once: this phone was told within the day.
    }
  }
}
