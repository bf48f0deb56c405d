package dev.dianpu.registration;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.member.Entrances;
import dev.dianpu.member.LoginWay;
import dev.dianpu.member.MemberRules;
import dev.dianpu.member.Members;
import dev.dianpu.member.NewMember;
import dev.dianpu.member.RegistrationFields;
import dev.dianpu.member.Taken;
import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Check;
import dev.dianpu.verification.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** A person whom the cap for SMS stopped becomes a member by proving an e-mail address; the phone may follow later. */
@ApplicationScoped
class RegisterByEmail {

  @Inject CaptchaStep captcha;
  @Inject OwnCodes codes;
  @Inject Members members;
  @Inject NewMembers newMembers;
  @Inject RegistrationFields fields;
  @Inject PasswordHasher hasher;
  @Inject Entrances entrances;
  @Inject EmailOffer offer;

  /** Sends a code to the typed address, behind a captcha for each. */
  CodeAnswer send(RegisterForm form, Session session, Visit visit) {
    Optional<Refused> stopped = captcha.stopped(CaptchaForm.REGISTER, form.captcha, visit);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    return codes.send(new OwnCodes.Wanted(session.id(), Contact.email(form.email), Purpose.REGISTER, visit.address(),
        captcha.logged(CaptchaForm.REGISTER), Optional.empty(), visit.locale()));
  }

  /** Makes a member of what was typed and logs in; what is wrong, or nothing. */
  List<Mistake> register(RegisterForm form, Session session, Visit visit) {
    Mistakes mistakes = new Mistakes();
    Register.checkPlain(form, fields, mistakes);
    if (mistakes.none()) {
      Contact contact = Contact.email(form.email);
      boolean proved = codes.proof(session.id(), contact, Purpose.REGISTER).isPresent();
      mistakes.when(form.emailCode.isBlank() && !proved, "emailCode", "code.required");
      if (mistakes.none()) {
        Check check = proved ? new Check.Right()
            : codes.check(session.id(), contact, Purpose.REGISTER, form.emailCode, visit.address());
        OwnCodes.mistake("emailCode", check).ifPresent(mistakes::add);
      }
    }
    // Only now: who is a member is told to nobody who did not prove an address.
    mistakes.when(mistakes.none() && members.hasUsername(form.username), "username", "member.username.taken");
    if (mistakes.none()) {
      become(form, session, visit, mistakes);
    }
    return mistakes.list();
  }

  private void become(RegisterForm form, Session session, Visit visit, Mistakes mistakes) {
    Contact contact = Contact.email(form.email);
    NewMember wanted = new NewMember(form.username.strip(), contact.value(), Optional.empty(),
        hasher.hash(form.password), visit.address(), Agreement.VERSION, form.answers());
    try {
      long id = newMembers.addByEmail(wanted, session.id(), contact);
      offer.end(visit);
      entrances.enter(id, LoginWay.REGISTER, visit);
    } catch (Taken taken) {
      boolean name = taken.what() == Taken.What.USERNAME;
      mistakes.when(true, name ? "username" : "email", name ? "member.username.taken" : "member.email.taken");
    } catch (NewMembers.ProofGone gone) {
      mistakes.when(true, "emailCode", "code.none");
    }
  }

  /** What is wrong with the address that a code is asked for, as the key of a text. */
  static Optional<String> addressProblem(RegisterForm form) {
    return MemberRules.email(form.email);
  }
}
