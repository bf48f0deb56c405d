package dev.dianpu.registration;

import dev.dianpu.member.Entrances;
import dev.dianpu.member.Entrances.Entrant;
import dev.dianpu.member.LoginWay;
import dev.dianpu.member.MemberRules;
import dev.dianpu.member.Members;
import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.ProvedContact.Known;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import dev.dianpu.verification.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Who forgot the password proves the phone or the e-mail address and chooses a new one; the password itself never leaves
 * the shop. All sessions end, and the member is told.
 */
@ApplicationScoped
class ResetPassword {

  @Inject Door door;
  @Inject UseProof use;
  @Inject Entrances entrances;
  @Inject ProvedContact proved;
  @Inject Members members;
  @Inject PasswordHasher hasher;
  @Inject Sessions sessions;
  @Inject ChangeNotice notice;

  /** The first page: what is wrong with phone or address and code; on success the proof is kept for the second. */
  LoginByCode.Outcome prove(CodeForm form, boolean byEmail, Visit visit) {
    Mistakes mistakes = new Mistakes();
    Optional<Contact> contact = byEmail ? email(form, mistakes) : phone(form, mistakes);
    Optional<Known> known = contact.flatMap(
        to -> door.prove(to, Purpose.RESET_PASSWORD, form.smsCode, visit, mistakes));
    Optional<Entrant> entrant = known.flatMap(door::entrant);
    if (known.isPresent()) {
      mistakes.when(entrant.isEmpty(), byEmail ? "email" : "phone",
          byEmail ? "password.email-unknown" : "code.reason.phone-unknown");
      mistakes.when(entrant.map(Entrant::frozen).orElse(false), "form", "member.frozen");
    }
    if (!mistakes.none()) {
      return new LoginByCode.Outcome(mistakes.list(), false);
    }
    proved.keep(known.get().session(), known.get().contact(), Purpose.RESET_PASSWORD, visit);
    return new LoginByCode.Outcome(List.of(), door.away(known.get(), entrant.get()));
  }

  private static Optional<Contact> phone(CodeForm form, Mistakes mistakes) {
    Optional<PhoneNumber> phone = PhoneNumbers.mainlandMobile(form.phone);
    mistakes.when(phone.isEmpty(), "phone", "registration.phone-invalid");
    return phone.map(Contact::of);
  }

  private static Optional<Contact> email(CodeForm form, Mistakes mistakes) {
    mistakes.add("email", MemberRules.email(form.email));
    return mistakes.none() ? Optional.of(Contact.email(form.email)) : Optional.empty();
  }

  /** What stands on the second page: who proved enough to choose a new password. */
  Optional<Known> ready(Visit visit) {
    return proved.of(visit, Purpose.RESET_PASSWORD)
        .filter(known -> door.entrant(known).filter(entrant -> !door.away(known, entrant)).isPresent());
  }

  /** The second page: sets the password and logs in. */
  List<Mistake> choose(Known known, String password, String again, Visit visit) {
    Mistakes mistakes = new Mistakes();
    Entrant entrant = door.entrant(known).orElseThrow(NewMembers.ProofGone::new);
    mistakes.when(entrant.frozen(), "form", "member.frozen");
    mistakes.add("password", MemberRules.password(password, entrant.username(), entrant.email()));
    mistakes.when(!password.equals(again), "passwordConfirm", "member.password.different");
    if (mistakes.none()) {
      change(known, entrant, hasher.hash(password), visit, mistakes);
    }
    return mistakes.list();
  }

  private void change(Known known, Entrant entrant, String hash, Visit visit, Mistakes mistakes) {
    Optional<Proof> proof = door.proof(known);
    try {
      use.password(entrant.id(), hash, known);
    } catch (NewMembers.ProofGone gone) {
      mistakes.when(true, "form", "password.gone");
      return;
    }
    door.used(known, proof, visit);
    proved.end(visit);
    sessions.endAll(entrant.id());
    entrances.enter(entrant.id(), LoginWay.RESET, visit);
    notice.tell(new ChangeNotice.Change(entrant.id(), "password", entrant.email(), members.phone(entrant.id()),
        known.contact().isEmail()), visit);
  }
}
