package dev.dianpu.registration;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.guard.Counters;
import dev.dianpu.guard.TestNumbers;
import dev.dianpu.limit.GiveBack;
import dev.dianpu.limit.SendBudgets;
import dev.dianpu.member.Entrances;
import dev.dianpu.member.LoginWay;
import dev.dianpu.member.MemberRules;
import dev.dianpu.member.Members;
import dev.dianpu.member.NewMember;
import dev.dianpu.member.RegistrationFields;
import dev.dianpu.member.Taken;
import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Check;
import dev.dianpu.verification.Proof;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A person becomes a member. What needs no proof is checked first, so that nobody loses a code to a typing mistake; the
 * code makes a proof that lasts ten minutes, so that a taken name costs no second SMS.
 */
@ApplicationScoped
public class Register {

  @Inject Extensions<PhonePolicy> policies;
  @Inject CaptchaGate gate;
  @Inject Members members;
  @Inject Verifications verifications;
  @Inject SendBudgets budgets;
  @Inject PasswordHasher hasher;
  @Inject Sessions sessions;
  @Inject Entrances entrances;
  @Inject NewMembers newMembers;
  @Inject RegistrationFields fields;
  @Inject Counters counters;
  @Inject TestNumbers testNumbers;

  /** Whether a phone and a code are asked for. */
  public boolean byPhone() {
    return policies.first().flatMap(policy -> policy.code(Purpose.REGISTER)).isPresent();
  }

  /** Whether the form shows a captcha. */
  public boolean captchaOn() {
    return gate.on(CaptchaForm.REGISTER);
  }

  /**
   * Makes a member of what was typed and logs in.
   *
   * @return what is wrong, in the order of the form; empty on success
   */
  public List<Mistake> register(RegisterForm form, Visit visit) {
    boolean phoneWanted = byPhone();
    Mistakes mistakes = new Mistakes();
    checkPlain(form, fields, mistakes);
    Optional<PhoneNumber> phone = phoneWanted ? PhoneNumbers.mainlandMobile(form.phone) : Optional.empty();
    mistakes.when(phoneWanted && phone.isEmpty(), "phone", "registration.phone-invalid");
    if (phoneWanted && phone.isPresent()) {
      mistakes.when(form.smsCode.isBlank() && !proved(phone.get(), visit), "smsCode", "registration.code-required");
    }
    if (!mistakes.none()) {
      return mistakes.list();
    }
    if (phoneWanted) {
      checkCode(phone.get(), form.smsCode, visit, mistakes);
    } else {
      checkCaptcha(form.captcha, visit, mistakes);
    }
    if (mistakes.none()) {
      // Only now: who is a member is told to nobody who did not prove a phone or solve a captcha.
      mistakes.when(members.hasUsername(form.username), "username", "member.username.taken");
      mistakes.when(members.hasEmail(form.email.strip()), "email", "member.email.taken");
    }
    if (mistakes.none()) {
      become(form, phone, visit, mistakes);
    }
    return mistakes.list();
  }

  /** What needs no proof and is asked of everybody. */
  static void checkPlain(RegisterForm form, RegistrationFields fields, Mistakes mistakes) {
    mistakes.add("username", MemberRules.username(form.username));
    mistakes.add("email", MemberRules.email(form.email));
    mistakes.add("password", MemberRules.password(form.password, form.username, form.email));
    mistakes.when(!form.password.equals(form.passwordConfirm), "passwordConfirm", "member.password.different");
    fields.problems(form.answers()).forEach((id, text) -> mistakes.add(new Mistake("extra-" + id, text)));
    mistakes.when(!"yes".equals(form.agreement), "agreement", "registration.agreement-required");
  }

  private boolean proved(PhoneNumber phone, Visit visit) {
    return sessions.of(visit)
        .map(session -> verifications.hasProof(session.id(), phone, Purpose.REGISTER)).orElse(false);
  }

  private void checkCaptcha(String typed, Visit visit, Mistakes mistakes) {
    if (!captchaOn()) {
      return;
    }
    switch (gate.check(CaptchaForm.REGISTER, typed, visit)) {
      case MISSING -> mistakes.when(true, "captcha",
          typed.isBlank() ? "registration.captcha-missing" : "registration.captcha-wrong");
      case WRONG -> mistakes.when(true, "captcha", "registration.captcha-wrong");
      case RIGHT -> { }
    }
  }

  private void checkCode(PhoneNumber phone, String typed, Visit visit, Mistakes mistakes) {
    if (proved(phone, visit)) {
      return;
    }
    Check check = sessions.of(visit)
        .map(session -> verifications.check(session.id(), phone, Purpose.REGISTER, typed.strip(), visit.address()))
        .orElseGet(Check.None::new);
    mistake(check, phone).ifPresent(mistakes::add);
  }

  private Optional<Mistake> mistake(Check check, PhoneNumber phone) {
    if (check instanceof Check.Wrong wrong) {
      return Optional.of(new Mistake("smsCode", "registration.code-wrong", wrong.triesLeft()));
    }
    if (check instanceof Check.Exhausted exhausted) {
      Optional<Duration> wait = exhausted.today() ? verifications.triesUsedUp(phone) : Optional.empty();
      return Optional.of(wait.map(day -> new Mistake("smsCode", "registration.code-day", wait(day)))
          .orElseGet(() -> new Mistake("smsCode", "registration.code-exhausted")));
    }
    if (check instanceof Check.Paused paused) {
      return Optional.of(new Mistake("smsCode", "registration.code-address", wait(paused.retryAfter())));
    }
    return check instanceof Check.Right ? Optional.empty()
        : Optional.of(new Mistake("smsCode", "registration.code-none"));
  }

  private static Wait wait(Duration duration) {
    return new Wait(RequestCode.seconds(duration));
  }

  private void become(RegisterForm form, Optional<PhoneNumber> phone, Visit visit, Mistakes mistakes) {
    NewMember wanted = new NewMember(form.username.strip(), form.email.strip().toLowerCase(Locale.ROOT), phone,
        hasher.hash(form.password), visit.address(), Agreement.VERSION, form.answers());
    Optional<Long> session = sessions.of(visit).map(Session::id);
    Optional<Proof> proof = phone.flatMap(number -> session.flatMap(id -> verifications.proof(id, number, Purpose.REGISTER)));
    try {
      long id = newMembers.add(wanted, session);
      proof.ifPresent(used -> used.reservations().forEach(unit -> budgets.giveBack(unit, GiveBack.VERIFIED)));
      // No SMS went to a number for tests, so none of its codes counts as used.
      phone.filter(number -> testNumbers.of(number).isEmpty())
          .ifPresent(number -> counters.verified(number, visit.address()));
      entrances.enter(id, LoginWay.REGISTER, visit);
    } catch (Taken taken) {
      switch (taken.what()) {
        case USERNAME -> mistakes.when(true, "username", "member.username.taken");
        case EMAIL -> mistakes.when(true, "email", "member.email.taken");
        case PHONE -> mistakes.when(true, "phone", "registration.phone-taken");
      }
    } catch (NewMembers.ProofGone gone) {
      mistakes.when(true, "smsCode", "registration.code-none");
    }
  }
}
