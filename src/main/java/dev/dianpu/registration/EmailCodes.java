package dev.dianpu.registration;

import dev.dianpu.limit.EmailBudgets;
import dev.dianpu.member.Members;
import dev.dianpu.platform.mail.Mail;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.registration.CodeAnswer.Reason;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.registration.OwnCodes.Wanted;
import dev.dianpu.spi.PhonePolicy.CodePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.Settings;
import dev.dianpu.verification.CodeRequest;
import dev.dianpu.verification.Delivery;
import dev.dianpu.verification.Issued;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** A code by e-mail: the same verification as by SMS, behind limits of its own. */
@ApplicationScoped
class EmailCodes {

  private static final int DIGITS = 6;
  /** Mail takes longer than an SMS. */
  private static final Duration VALIDITY = Duration.ofMinutes(10);
  private static final CodePolicy POLICY = new CodePolicy(DIGITS, VALIDITY, "");
  /** Seconds; the budget of the recipient says the same. */
  private static final long RESEND_AFTER = 60;
  private static final long NO_RESERVATION = 0;
  private static final String CHANNEL = "mail";

  @Inject Members members;
  @Inject MailRoom mails;
  @Inject EmailBudgets budgets;
  @Inject Verifications verifications;
  @Inject Settings settings;
  @Inject Messages messages;

  boolean possible() {
    return mails.ready();
  }

  CodeAnswer send(Wanted wanted) {
    Optional<Refused> stopped = stopped(wanted);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    Issued issued = issue(wanted);
    boolean toBeProved = wanted.purpose() == Purpose.CHANGE_EMAIL || wanted.purpose() == Purpose.REGISTER;
    if (toBeProved && members.hasEmail(wanted.contact().value())) {
      // Its owner is told so, and whoever asked sees no difference.
      return sent(issued, mail(wanted, "mail-code.has-account", shop()));
    }
    if (wanted.purpose() == Purpose.RESET_PASSWORD && !members.hasEmail(wanted.contact().value())) {
      return sent(issued, mail(wanted, "mail-code.no-account", shop()));
    }
    return sent(issued, mail(wanted, "mail-code.text", messages.text(wanted.locale(),
        "verification.purpose." + wanted.purpose()), issued.code(), Long.toString(issued.minutesLeft()), shop()));
  }

  private Optional<Refused> stopped(Wanted wanted) {
    if (!possible()) {
      return Optional.of(new Refused(Reason.MAIL_NOT_CONFIGURED, 0));
    }
    Optional<Duration> tries = verifications.triesUsedUp(wanted.contact());
    Duration wait = tries.orElseGet(
        () -> budgets.take(wanted.contact().value(), wanted.address(), wanted.member()));
    return wait.isZero() ? Optional.empty()
        : Optional.of(new Refused(Reason.MAIL_LIMIT, RequestCode.seconds(wait)));
  }

  private Issued issue(Wanted wanted) {
    return verifications.issue(new CodeRequest(wanted.session(), wanted.contact(), wanted.purpose(), POLICY,
        wanted.address(), NO_RESERVATION, wanted.captcha()));
  }

  private CodeAnswer sent(Issued issued, Mail mail) {
    boolean left = mails.send(mail).isEmpty();
    verifications.outcome(issued.id(), (left ? Delivery.ACCEPTED : Delivery.REJECTED).name(), CHANNEL);
    return left ? new CodeAnswer.Sent(issued.publicId(), RESEND_AFTER, issued.minutesLeft() * 60, true)
        : new Refused(Reason.MAIL_REFUSED, 0);
  }

  private Mail mail(Wanted wanted, String text, Object... arguments) {
    return new Mail(wanted.contact().value(), messages.text(wanted.locale(), "mail-code.subject", shop()),
        messages.text(wanted.locale(), text, arguments));
  }

  private String shop() {
    return settings.text("shop.name");
  }
}
