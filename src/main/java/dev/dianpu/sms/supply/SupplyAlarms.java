package dev.dianpu.sms.supply;

import dev.dianpu.platform.mail.Mail;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.sms.MessageKind;
import dev.dianpu.sms.SmsRequest;
import dev.dianpu.sms.SmsSender;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the owner by e-mail and SMS: of each matter once a day, whichever node sees it first. */
@ApplicationScoped
public class SupplyAlarms {

  private static final Duration REST = Duration.ofDays(1);
  /** The owner's mails and SMS are in the shop's own language. */
  private static final Locale LANGUAGE = Messages.CHINESE;

  @Inject SupplyRepository repository;
  @Inject Settings settings;
  @Inject Messages messages;
  @Inject MailRoom mails;
  @Inject SmsSender sender;
  @Inject Clock clock;

  void raise(SupplyWarning warning) {
    Optional<String> address = settings.on(SupplyGroup.MAIL) ? mails.owner() : Optional.empty();
    address.filter(to -> claimed("mail:", warning)).ifPresent(to -> mails.post(new Mail(to,
        messages.text(LANGUAGE, "supply.mail.subject", settings.text("shop.name")), sentence(warning))));
    phone().filter(to -> claimed("sms:", warning)).ifPresent(to -> sender.send(
        SmsRequest.of(MessageKind.NOTICE, to, "supply", settings.text(SupplyGroup.TEXT), Map.of(
            "shop_name", settings.text("shop.name"), "channel", name(warning.channel()),
            "matter", messages.text(LANGUAGE, "supply.matter." + warning.kind(), warning.arguments().toArray())))));
  }

  /** Where SMS alarms go; empty while they are off. */
  public Optional<PhoneNumber> phone() {
    return settings.on(SupplyGroup.SMS) ? PhoneNumbers.mainlandMobile(settings.secret(SupplyGroup.PHONE))
        : Optional.empty();
  }

  private boolean claimed(String way, SupplyWarning warning) {
    return repository.claim(way + warning.id(), clock.instant(), REST);
  }

  private String sentence(SupplyWarning warning) {
    return messages.text(LANGUAGE, "supply.alert." + warning.kind(), arguments(warning));
  }

  /** The places of the sentence: the channel's name, then what belongs to the kind. */
  Object[] arguments(SupplyWarning warning) {
    return Stream.concat(Stream.of(name(warning.channel())), warning.arguments().stream()).toArray();
  }

  private String name(String channel) {
    String key = "plugin." + channel + ".title";
    return messages.has(key) ? messages.text(LANGUAGE, key) : channel;
  }
}
