package dev.dianpu.registration;

import dev.dianpu.captcha.SendTickets;
import dev.dianpu.guard.Counters;
import dev.dianpu.guard.Gate;
import dev.dianpu.guard.Level;
import dev.dianpu.guard.TestNumbers;
import dev.dianpu.guard.Verdict;
import dev.dianpu.limit.GiveBack;
import dev.dianpu.limit.Reservation;
import dev.dianpu.limit.SendBudgets;
import dev.dianpu.limit.SendWish;
import dev.dianpu.member.Members;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.CodeAnswer.Reason;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
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

/**
 * A person asks for a code by SMS. The order is the point: what costs nothing is refused first, a captcha stands before
 * everything that costs, budgets are reserved before the code exists, and the gateway is called with nothing locked.
 */
@ApplicationScoped
public class RequestCode {

  @Inject Extensions<PhonePolicy> policies;
  @Inject Settings settings;
  @Inject CaptchaStep captcha;
  @Inject SendTickets tickets;
  @Inject Sessions sessions;
  @Inject SendBudgets budgets;
  @Inject Members members;
  @Inject Verifications verifications;
  @Inject SendCode send;
  @Inject EmailOffer emailOffer;
  @Inject Gate guard;
  @Inject Counters counters;
  @Inject TestNumbers testNumbers;

  /**
   * Sends a code to a phone that wants to register, to log in, or a new password.
   *
   * @param phoneTyped as typed
   * @param captchaTyped as typed; not needed while an earlier answer's ticket lasts
   */
  public CodeAnswer send(CodeFor wanted, String phoneTyped, String captchaTyped, Visit visit) {
    counters.asked();
    CodeAnswer answer = answer(wanted, phoneTyped, captchaTyped, visit);
    if (answer instanceof Refused refused) {
      counters.refused(refused.reason().code());
    }
    return answer;
  }

  /** Whether somebody could be sent a code for this now. */
  public boolean possible(CodeFor wanted) {
    return policy(wanted).flatMap(p -> p.code(wanted.purpose())).isPresent();
  }

  private Optional<PhonePolicy> policy(CodeFor wanted) {
    return policies.first().filter(p -> wanted != CodeFor.REGISTER || settings.on("basic.registration"));
  }

  private CodeAnswer answer(CodeFor wanted, String phoneTyped, String captchaTyped, Visit visit) {
    Optional<PhonePolicy> policy = policy(wanted);
    Optional<PhonePolicy.CodePolicy> code = policy.flatMap(p -> p.code(wanted.purpose()));
    if (code.isEmpty()) {
      return new Refused(Reason.FEATURE_OFF, 0);
    }
    Optional<PhoneNumber> phone = PhoneNumbers.mainlandMobile(phoneTyped);
    if (phone.isEmpty()) {
      return new Refused(Reason.PHONE_INVALID, 0);
    }
    Verdict verdict = guard.verdict(phone.get(), visit.address());
    Optional<Refused> paused = paused(verdict);
    if (paused.isPresent()) {
      return paused.get();
    }
    Optional<Long> live = sessions.of(visit)
        .flatMap(session -> tickets.live(session.id(), phone.get(), wanted.purpose()));
    Optional<Refused> stopped = live.isPresent() ? Optional.empty()
        : captcha.stopped(wanted.form(), captchaTyped, visit, verdict.level() == Level.STRICT);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    // Only somebody who solved a captcha gets a session.
    Session session = sessions.orNew(visit);
    if (live.isPresent() && !tickets.use(live.get())) {
      return new Refused(Reason.CAPTCHA_REQUIRED, 0);
    }
    long ticket = live.orElseGet(() -> tickets.issue(session.id(), phone.get(), wanted.purpose()));
    String before = live.isPresent() ? CodeRequest.TICKET : captcha.logged(wanted.form());
    CodeAnswer answer = reserved(
        new Asked(session, ticket, phone.get(), wanted.purpose(), visit.address(), before), policy.get(), code.get());
    if (wanted == CodeFor.REGISTER && answer instanceof Refused refused && refused.reason() == Reason.LIMIT_SITE) {
      emailOffer.make(session, visit);
    }
    return answer;
  }

  /** Who asks: everything was checked. */
  record Asked(Session session, long ticket, PhoneNumber phone, Purpose purpose, String address, String captcha) {
    long sessionId() {
      return session.id();
    }

    /** Who draws on the limits, at this price. */
    SendWish wish(long cost) {
      return new SendWish(phone, address, session.id(), session.memberId(), cost);
    }
  }

  private CodeAnswer reserved(Asked asked, PhonePolicy policy, PhonePolicy.CodePolicy code) {
    Optional<Duration> wait = verifications.triesUsedUp(asked.phone());
    if (wait.isPresent()) {
      tickets.giveBack(asked.ticket());
      return new Refused(Reason.LIMIT_TRIES, seconds(wait.get()));
    }
    Optional<TestNumbers.Fixed> fixed = testNumbers.of(asked.phone());
    if (fixed.isPresent()) {
      return fixed.get().code().<CodeAnswer>map(digits -> withoutSms(asked, policy, code, digits))
          .orElseGet(() -> new Refused(Reason.TEST_ENDED, 0));
    }
    Reservation reservation = budgets.reserve(asked.wish(send.cost(asked, code)), policy.limits());
    if (reservation instanceof Reservation.Refused refused) {
      tickets.giveBack(asked.ticket());
      return new Refused(reason(refused.reason()), seconds(refused.retryAfter()));
    }
    long granted = ((Reservation.Granted) reservation).id();
    boolean register = asked.purpose() == Purpose.REGISTER;
    boolean wrongOne = members.hasPhone(asked.phone()) == register;
    if (wrongOne && policy.tellsOnPage()) {
      budgets.giveBack(granted, GiveBack.REJECTED_FOR_MESSAGE);
      tickets.giveBack(asked.ticket());
      return new Refused(register ? Reason.PHONE_TAKEN : Reason.PHONE_UNKNOWN, 0);
    }
    // Such a phone gets a code, too, that nobody is told: so a stranger sees no difference at the next step either.
    Issued issued = verifications.issue(new CodeRequest(asked.sessionId(), asked.phone(), asked.purpose(), code,
        asked.address(), granted, asked.captcha()));
    CodeAnswer answer = !wrongOne ? send.code(asked, granted, issued, policy, code)
        : register ? send.noticeToMember(asked, granted, issued, policy)
        : send.noticeToStranger(asked, granted, issued, policy);
    if (answer instanceof CodeAnswer.Sent) {
      counters.sent(asked.phone(), asked.address());
    }
    return answer;
  }

  /** A number for tests: whoever tests knows the code, so that no SMS leaves and no budget is drawn on. */
  private CodeAnswer withoutSms(Asked asked, PhonePolicy policy, PhonePolicy.CodePolicy code, String digits) {
    Issued issued = verifications.issue(new CodeRequest(asked.sessionId(), asked.phone(), asked.purpose(), code,
        asked.address(), 0, asked.captcha()).withCode(digits));
    verifications.outcome(issued.id(), Delivery.ACCEPTED.name(), "test");
    return SendCode.answer(issued, policy, true);
  }

  /** What somebody is told whom the guard stops; empty for all others. */
  static Optional<Refused> paused(Verdict verdict) {
    if (verdict.level() != Level.PAUSED) {
      return Optional.empty();
    }
    return Optional.of(verdict.blocked() ? new Refused(Reason.BLOCKED, 0)
        : new Refused(Reason.PAUSED, seconds(verdict.retryAfter())));
  }

  static Reason reason(Reservation.Reason reason) {
    return switch (reason) {
      case PHONE_INTERVAL -> Reason.TOO_SOON;
      case PHONE_HOUR, PHONE_DAY -> Reason.LIMIT_PHONE;
      case ADDRESS, RANGE -> Reason.LIMIT_IP;
      case PREFIX -> Reason.LIMIT_PREFIX;
      case SESSION, MEMBER -> Reason.LIMIT_VISITOR;
      case SITE, MONEY -> Reason.LIMIT_SITE;
    };
  }

  static long seconds(Duration duration) {
    return Math.max(1, (duration.toMillis() + 999) / 1000);
  }
}
