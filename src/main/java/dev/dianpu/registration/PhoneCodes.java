package dev.dianpu.registration;

import dev.dianpu.guard.Gate;
import dev.dianpu.limit.GiveBack;
import dev.dianpu.limit.Reservation;
import dev.dianpu.limit.SendBudgets;
import dev.dianpu.member.Members;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.registration.CodeAnswer.Reason;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.registration.OwnCodes.Wanted;
import dev.dianpu.registration.RequestCode.Asked;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.PhonePolicy.CodePolicy;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.CodeRequest;
import dev.dianpu.verification.Issued;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** A code by SMS to somebody known: reserve, issue, send. */
@ApplicationScoped
class PhoneCodes {

  /** No ticket: a person who is logged in solves a captcha for each send. */
  private static final long NO_TICKET = 0;

  @Inject Extensions<PhonePolicy> policies;
  @Inject Members members;
  @Inject SendBudgets budgets;
  @Inject Verifications verifications;
  @Inject SendCode send;
  @Inject Gate guard;

  boolean possible(Purpose purpose) {
    return policies.first().flatMap(policy -> policy.code(purpose)).isPresent();
  }

  CodeAnswer send(Wanted wanted) {
    Optional<PhonePolicy> policy = policies.first();
    Optional<CodePolicy> code = policy.flatMap(known -> known.code(wanted.purpose()));
    if (code.isEmpty()) {
      return new Refused(Reason.FEATURE_OFF, 0);
    }
    PhoneNumber phone = PhoneNumbers.mainlandMobile(wanted.contact().value()).orElseThrow();
    Optional<Duration> wait = verifications.triesUsedUp(phone);
    if (wait.isPresent()) {
      return new Refused(Reason.LIMIT_TRIES, RequestCode.seconds(wait.get()));
    }
    // A new phone may be anybody's; one's own is not shut out by a flood to its neighbours.
    if (wanted.purpose() == Purpose.BIND_PHONE) {
      Optional<Refused> paused = RequestCode.paused(guard.verdict(phone, wanted.address()));
      if (paused.isPresent()) {
        return paused.get();
      }
    }
    // A flood that uses up the shop's cap must not shut the owner out of stopping it.
    SendLimits limits = wanted.member().isEmpty() ? policy.get().limits().ofOwner() : policy.get().limits();
    Asked asked = new Asked(new Session(wanted.session(), wanted.member()), NO_TICKET, phone, wanted.purpose(),
        wanted.address(), wanted.captcha());
    Reservation reservation = budgets.reserve(asked.wish(send.cost(asked, code.get())), limits);
    if (reservation instanceof Reservation.Refused refused) {
      return new Refused(RequestCode.reason(refused.reason()), RequestCode.seconds(refused.retryAfter()));
    }
    long granted = ((Reservation.Granted) reservation).id();
    boolean taken = wanted.purpose() == Purpose.BIND_PHONE && members.hasPhone(phone);
    if (taken && policy.get().tellsOnPage()) {
      budgets.giveBack(granted, GiveBack.REJECTED_FOR_MESSAGE);
      return new Refused(Reason.PHONE_TAKEN, 0);
    }
    Issued issued = verifications.issue(new CodeRequest(wanted.session(), phone, wanted.purpose(), code.get(),
        wanted.address(), granted, wanted.captcha()));
    // Somebody else's phone is told so, and whoever asked sees no difference: as for registering.
    return taken ? send.noticeToMember(asked, granted, issued, policy.get())
        : send.code(asked, granted, issued, policy.get(), code.get());
  }
}
