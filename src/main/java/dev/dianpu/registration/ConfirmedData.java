package dev.dianpu.registration;

import dev.dianpu.member.OwnData;
import dev.dianpu.platform.mail.Mail;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.AccountCodes.Here;
import dev.dianpu.registration.CodeAnswer.Reason;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.Settings;
import dev.dianpu.verification.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;

/** What a member gets, or has forgotten, only after proving to be there: an open browser is not enough. */
@ApplicationScoped
class ConfirmedData {

  @Inject AccountCodes codes;
  @Inject OwnCodes own;
  @Inject OwnData data;
  @Inject Sessions sessions;
  @Inject MailRoom mails;
  @Inject Messages messages;
  @Inject Settings settings;

  /** Where a code can go in place of the password. */
  Optional<Contact> contact(Here here) {
    return codes.own(here, Purpose.CONFIRM);
  }

  CodeAnswer send(Here here, String captcha, Visit visit) {
    return contact(here).map(to -> codes.send(here, to, Purpose.CONFIRM, captcha, visit))
        .orElse(new CodeAnswer.Refused(Reason.FEATURE_OFF, 0));
  }

  /** What is wrong with the password, or with the code where no password was given; a right code is spent. */
  Optional<Mistake> wrong(Here here, AccountForm form, Visit visit) {
    Optional<Contact> contact = contact(here);
    if (!form.current.isEmpty() || contact.isEmpty() || form.smsCode.isBlank()) {
      return codes.password(here, form.current, visit);
    }
    return OwnCodes.mistake("smsCode",
        own.spend(here.session(), contact.get(), Purpose.CONFIRM, form.smsCode, here.address()));
  }

  /** Everything that the shop holds of the member, in JSON that people can read, too. */
  String file(Here here) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(data.of(here.account().id()));
    }
    return text.toString();
  }

  Optional<String> obstacle(Here here) {
    return data.obstacle(here.account().id());
  }

  void close(Here here, Visit visit) {
    data.close(here.account().id());
    sessions.end(visit);
    String shop = settings.text("shop.name");
    mails.post(new Mail(here.account().email(), messages.text(visit.locale(), "account.closed.mail.subject", shop),
        messages.text(visit.locale(), "account.closed.mail.text", shop, here.account().username())));
  }
}
