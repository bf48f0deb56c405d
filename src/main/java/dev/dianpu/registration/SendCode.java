package dev.dianpu.registration;

import dev.dianpu.captcha.SendTickets;
import dev.dianpu.limit.GiveBack;
import dev.dianpu.limit.SendBudgets;
import dev.dianpu.registration.CodeAnswer.Reason;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.registration.RequestCode.Asked;
import dev.dianpu.sms.MessageFates;
import dev.dianpu.sms.MessageKind;
import dev.dianpu.sms.Sent;
import dev.dianpu.sms.SmsCosts;
import dev.dianpu.sms.SmsRequest;
import dev.dianpu.sms.SmsSender;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.Settings;
import dev.dianpu.verification.Delivery;
import dev.dianpu.verification.Issued;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The last step of asking for a code: the SMS goes out, and what became of it is kept or given back. */
@ApplicationScoped
class SendCode {

  private static final Duration LONGEST_PRETENCE = Duration.ofSeconds(10);
  /** A refusal this recent is what the next person meets, too. */
  private static final Duration LIKELY_SAME = Duration.ofSeconds(60);

  @Inject SmsSender sms;
  @Inject MessageFates fates;
  @Inject SmsCosts costs;
  @Inject Verifications verifications;
  @Inject SendBudgets budgets;
  @Inject SendTickets tickets;
  @Inject Settings settings;
  @Inject Clock clock;

  /** What the last real send was like: one that only pretends must not differ. */
  private final AtomicReference<Like> last = new AtomicReference<>(new Like(Instant.EPOCH, 300, Optional.empty()));

  /**
   * A send as the person saw it.
   *
   * @param at when it ended
   * @param millis how long it took
   * @param refused why nothing was sent; empty if something was
   */
  private record Like(Instant at, long millis, Optional<SendOutcome.Cause> refused) {}

  CodeAnswer code(Asked asked, long reservation, Issued issued, PhonePolicy policy, PhonePolicy.CodePolicy code) {
    return sent(asked, reservation, issued, policy, template(asked), code.text(),
        variables(asked, issued.code(), issued.minutesLeft()));
  }

  /** The price of a code's SMS, in ten-thousandths of a yuan, before there is a code. */
  long cost(Asked asked, PhonePolicy.CodePolicy code) {
    return costs.of(code.text(), variables(asked, "0".repeat(code.digits()), code.validity().toMinutes()));
  }

  private Map<String, String> variables(Asked asked, String code, long minutes) {
    return Map.of("verify_code", code, "minutes", Long.toString(minutes),
        "user_mobile", asked.phone().national(), "shop_name", settings.text("shop.name"));
  }

  /** Such as {@code register}. */
  private static String template(Asked asked) {
    return asked.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The phone has an account: at most once in 24 hours it is told so, and this page answers as on success. */
  CodeAnswer noticeToMember(Asked asked, long reservation, Issued issued, PhonePolicy policy) {
    Optional<String> notice = policy.takeNotice(asked.phone());
    return notice.isPresent() ? notice(asked, reservation, issued, policy, "already-registered", notice.get())
        : nothing(asked, reservation, issued, policy);
  }

  /** The phone has no account to log in to: the same the other way round. */
  CodeAnswer noticeToStranger(Asked asked, long reservation, Issued issued, PhonePolicy policy) {
    Optional<String> notice = policy.takeStrangerNotice(asked.phone());
    return notice.isPresent() ? notice(asked, reservation, issued, policy, "no-account", notice.get())
        : nothing(asked, reservation, issued, policy);
  }

  private CodeAnswer notice(Asked asked, long reservation, Issued issued, PhonePolicy policy, String template,
      String text) {
    return sent(asked, reservation, issued, policy, template, text, Map.of("shop_name", settings.text("shop.name")));
  }

  private CodeAnswer nothing(Asked asked, long reservation, Issued issued, PhonePolicy policy) {
    // For the log: nothing was sent. The budgets stay taken, since a difference there would tell who is a member.
    verifications.outcome(issued.id(), Delivery.REJECTED.name(), "");
    Like like = last.get();
    LockSupport.parkNanos(Duration.ofMillis(Math.min(like.millis(), LONGEST_PRETENCE.toMillis())).toNanos());
    boolean fails = like.refused().isPresent() && clock.instant().isBefore(like.at().plus(LIKELY_SAME));
    return fails ? givenBack(asked, reservation, like.refused().get()) : answer(issued, policy, true);
  }

  private CodeAnswer sent(Asked asked, long reservation, Issued issued, PhonePolicy policy, String template, String text,
      Map<String, String> variables) {
    Instant before = clock.instant();
    Sent sent = sms.send(SmsRequest.of(MessageKind.CODE, asked.phone(), template, text, variables)
        .avoiding(otherThan(asked, issued)));
    Optional<SendOutcome.Cause> refused = sent.outcome() instanceof SendOutcome.Rejected rejected
        ? Optional.of(rejected.cause()) : Optional.empty();
    Instant now = clock.instant();
    // A refusal of this person's number or text says nothing of the next one's.
    last.set(new Like(now, Duration.between(before, now).toMillis(), refused.filter(SendOutcome.Cause::ofChannel)));
    if (refused.isPresent()) {
      verifications.outcome(issued.id(), Delivery.REJECTED.name(), sent.channel());
      return givenBack(asked, reservation, refused.get());
    }
    boolean certain = sent.outcome() instanceof SendOutcome.Accepted;
    verifications.outcome(issued.id(), (certain ? Delivery.ACCEPTED : Delivery.UNKNOWN).name(), sent.channel());
    return answer(issued, policy, certain);
  }

  /** Who asks again most likely got nothing: unless a receipt says otherwise, another channel may do better. */
  private String otherThan(Asked asked, Issued issued) {
    return issued.preferOtherChannel() && !fates.delivered(asked.phone(), issued.lastChannel())
        ? issued.lastChannel() : "";
  }

  private CodeAnswer givenBack(Asked asked, long reservation, SendOutcome.Cause cause) {
    budgets.giveBack(reservation,
        cause.ofChannel() ? GiveBack.REJECTED_BY_ALL_CHANNELS : GiveBack.REJECTED_FOR_MESSAGE);
    tickets.giveBack(asked.ticket());
    return new Refused(reason(cause), 0);
  }

  static CodeAnswer answer(Issued issued, PhonePolicy policy, boolean certain) {
    return new CodeAnswer.Sent(issued.publicId(), policy.limits().phone().interval().toSeconds(), issued.minutesLeft() * 60,
        certain);
  }

  private static Reason reason(SendOutcome.Cause cause) {
    return switch (cause) {
      case NOT_CONFIGURED -> Reason.CHANNEL_NOT_CONFIGURED;
      case QUOTA -> Reason.CHANNEL_QUOTA;
      case THROTTLED -> Reason.CHANNEL_THROTTLED;
      case CREDENTIALS, TEMPLATE, SAME_CONTENT, UNAVAILABLE, NUMBER, TEXT -> Reason.CHANNEL_REFUSED;
    };
  }
}
