package dev.dianpu.member;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhonePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** A member logs in with the user name, or with the phone where 短信通 allows it, and the password. */
@ApplicationScoped
class Login {

  @Inject Members members;
  @Inject LoginFailures failures;
  @Inject PasswordHasher hasher;
  @Inject CaptchaGate captcha;
  @Inject Entrances entrances;
  @Inject Extensions<PhonePolicy> policies;

  /** How a try ended. */
  enum Result {
    LOGGED_IN,
    CAPTCHA_REQUIRED,
    CAPTCHA_WRONG,
    /** Wrong name or wrong password; which of them is not told. */
    WRONG,
    /** The right password of an account that the owner shut. */
    FROZEN,
    /** Too many wrong tries; see {@link Answer#retryAfter}. */
    WAIT
  }

  record Answer(Result result, Duration retryAfter) {
    static Answer of(Result result) {
      return new Answer(result, Duration.ZERO);
    }
  }

  boolean byPhone() {
    return policies.first().map(PhonePolicy::loginWithPassword).orElse(false);
  }

  /** Whether the next try with this name needs a captcha; a blank name asks for the address alone. */
  boolean captchaOn(String login, Visit visit) {
    if (login.isBlank()) {
      return captcha.on(CaptchaForm.LOGIN, 0) || failures.suspicious(visit.address());
    }
    return captchaOn(members.counted(login, members.byLogin(login, byPhone())), visit.address());
  }

  private boolean captchaOn(String who, String address) {
    return failures.suspicious(who, address) || captcha.on(CaptchaForm.LOGIN, failures.count(who));
  }

  Answer login(String login, String password, String captchaTyped, Visit visit) {
    String address = visit.address();
    Optional<Member> member = members.byLogin(login, byPhone());
    String who = members.counted(login, member);
    // Before the captcha, which is not to be spent on a try that is not looked at.
    Duration wait = failures.wait(who, address);
    if (!wait.isZero()) {
      return new Answer(Result.WAIT, wait);
    }
    if (captchaOn(who, address)) {
      switch (captcha.check(CaptchaForm.LOGIN, captchaTyped, visit)) {
        case MISSING:
          return Answer.of(Result.CAPTCHA_REQUIRED);
        case WRONG:
          return Answer.of(Result.CAPTCHA_WRONG);
        default:
          break;
      }
    }
    wait = failures.take(who, address);
    if (!wait.isZero()) {
      return new Answer(Result.WAIT, wait);
    }
    boolean right = hasher.matches(password, member.map(Member::passwordHash).orElse(""));
    if (!right) {
      return Answer.of(Result.WRONG);
    }
    failures.right(who, address);
    if (member.orElseThrow().state() != MemberState.ACTIVE) {
      return Answer.of(Result.FROZEN);
    }
    entrances.enter(member.orElseThrow().id(), LoginWay.PASSWORD, visit);
    return Answer.of(Result.LOGGED_IN);
  }
}
