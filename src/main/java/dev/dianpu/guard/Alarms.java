package dev.dianpu.guard;

import dev.dianpu.platform.mail.Mail;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the owner what was decided: by a mail, at most one in ten minutes, and by a call to his own address. */
@ApplicationScoped
class Alarms {

  private static final Duration REST = Duration.ofMinutes(10);
  /** The owner's mails are in the shop's own language. */
  private static final Locale LANGUAGE = Messages.CHINESE;
  /** A mail names so many; all of them stand in the admin. */
  private static final int NAMED = 20;

  @Inject LevelRepository claims;
  @Inject Webhook webhook;
  @Inject MailRoom mails;
  @Inject Messages messages;
  @Inject Settings settings;
  @Inject Clock clock;

  void tell(List<Decision> decided) {
    webhook.tell(decided);
    Optional<String> owner = settings.on(GuardGroup.MAIL) ? mails.owner() : Optional.empty();
    owner.filter(to -> claims.claim("mail", clock.instant(), REST)).ifPresent(to -> mails.post(new Mail(to,
        messages.text(LANGUAGE, "guard.mail.subject", settings.text("shop.name")),
        decided.stream().limit(NAMED).map(this::sentence).collect(Collectors.joining("\n"))
            + messages.text(LANGUAGE, "guard.mail.end"))));
  }

  /**
   * The same of a Redis that is lost, or lost its data.
   *
   * @param what last part of the text's key
   * @param meanwhile where is counted now
   */
  void tellOfRedis(String what, Stores.Place meanwhile) {
    webhook.tellOfRedis(what, meanwhile);
    Optional<String> owner = settings.on(GuardGroup.MAIL) ? mails.owner() : Optional.empty();
    owner.ifPresent(to -> mails.post(new Mail(to,
        messages.text(LANGUAGE, "redis.mail.subject", settings.text("shop.name")),
        messages.text(LANGUAGE, "redis.alert." + what) + messages.text(LANGUAGE, "redis.mail.end"))));
  }

  private String sentence(Decision decision) {
    Measure measure = decision.measure();
    return messages.text(LANGUAGE, "guard.mail.line",
        messages.text(LANGUAGE, "guard.kind." + measure.subject().kind()), measure.subject().shown(),
        messages.text(LANGUAGE, "guard.window." + measure.window()), measure.unverified(), decision.expected(),
        messages.text(LANGUAGE, "guard.step." + decision.step()),
        messages.text(LANGUAGE, "guard.mode." + decision.mode()));
  }
}
