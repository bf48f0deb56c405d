package dev.dianpu.registration;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.member.Members;
import dev.dianpu.member.OwnPassword;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Check;
import dev.dianpu.verification.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What the pages of the user centre that change something sensitive have in common: who is there, codes, the password. */
@ApplicationScoped
class AccountCodes {

  @Inject CaptchaGate gate;
  @Inject CaptchaStep captcha;
  @Inject Sessions sessions;
  @Inject Members members;
  @Inject OwnPassword ownPassword;
  @Inject OwnCodes codes;

  /**
   * A member who is logged in.
   *
   * @param address the client's IP address
   */
  record Here(long session, Members.Account account, String address) {}

  Optional<Here> here(Visit visit) {
    Optional<Session> session = sessions.of(visit);
    return session.flatMap(Session::memberId).flatMap(members::account)
        .map(account -> new Here(session.orElseThrow().id(), account, visit.address()));
  }

  boolean captchaOn() {
    return gate.on(CaptchaForm.ACCOUNT);
  }

  /** The member's phone, if a code for this purpose can go there. */
  Optional<Contact> phone(Here here, Purpose purpose) {
    return members.phone(here.account().id()).map(Contact::of).filter(contact -> codes.possible(contact, purpose));
  }

  /** Where a code goes that proves the member: the phone, else the e-mail address, else nowhere. */
  Optional<Contact> own(Here here, Purpose purpose) {
    return phone(here, purpose).or(() -> Optional.of(Contact.email(here.account().email()))
        .filter(contact -> codes.possible(contact, purpose)));
  }

  /** Sends a code, behind a captcha: whoever took over a session must not flood anybody with it. */
  CodeAnswer send(Here here, Contact contact, Purpose purpose, String captchaTyped, Visit visit) {
    Optional<Refused> stopped = captcha.stopped(CaptchaForm.ACCOUNT, captchaTyped, visit);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    return codes.send(new OwnCodes.Wanted(here.session(), contact, purpose, visit.address(),
        captcha.logged(CaptchaForm.ACCOUNT), Optional.of(here.account().id()), visit.locale()));
  }

  /** Compares a code; a right one leaves a proof for ten minutes, so that another mistake costs no second code. */
  Optional<Mistake> code(Here here, AccountChange.Needed needed, String field, String typed) {
    if (typed.isBlank() && !proved(here, needed)) {
      return Optional.of(new Mistake(field, "code.required"));
    }
    Check check = proved(here, needed) ? new Check.Right()
        : codes.check(here.session(), needed.contact(), needed.purpose(), typed, here.address());
    return OwnCodes.mistake(field, check);
  }

  private boolean proved(Here here, AccountChange.Needed needed) {
    return codes.proof(here.session(), needed.contact(), needed.purpose()).isPresent();
  }

  Optional<Mistake> password(Here here, String typed, Visit visit) {
    if (typed.isEmpty()) {
      return Optional.of(new Mistake("current", "account.current-required"));
    }
    return ownPassword.problem(here.account().id(), typed, visit).map(wrong -> wrong.retryAfter().isZero()
        ? new Mistake("current", "member.account.password-wrong")
        : new Mistake("current", "member.account.wait", wrong.retryAfter().toSeconds() + 1));
  }
}
