package dev.dianpu.registration;

import dev.dianpu.member.Entrances;
import dev.dianpu.member.Entrances.Entrant;
import dev.dianpu.member.LoginWay;
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
 * A member logs in with a code that was sent to the phone. Who was away for long has to show more than that, since the
 * number may have gone to somebody else meanwhile.
 */
@ApplicationScoped
class LoginByCode {

  @Inject Door door;
  @Inject UseProof use;
  @Inject Entrances entrances;
  @Inject ProvedContact proved;

  /**
   * How it ended.
   *
   * @param mistakes what is wrong; empty on success
   * @param away that the code was right, and not enough
   */
  record Outcome(List<Mistake> mistakes, boolean away) {}

  Outcome login(CodeForm form, Visit visit) {
    Mistakes mistakes = new Mistakes();
    Optional<PhoneNumber> phone = PhoneNumbers.mainlandMobile(form.phone);
    mistakes.when(phone.isEmpty(), "phone", "registration.phone-invalid");
    Optional<Known> known = phone.flatMap(
        number -> door.prove(Contact.of(number), Purpose.LOGIN, form.smsCode, visit, mistakes));
    Optional<Entrant> entrant = known.flatMap(door::entrant);
    if (known.isPresent()) {
      mistakes.when(entrant.isEmpty(), "phone", "code.reason.phone-unknown");
      mistakes.when(entrant.map(Entrant::frozen).orElse(false), "form", "member.frozen");
    }
    if (!mistakes.none()) {
      return new Outcome(mistakes.list(), false);
    }
    boolean away = door.away(known.get(), entrant.get());
    if (away) {
      proved.keep(known.get().session(), known.get().contact(), Purpose.LOGIN, visit);
    } else {
      enter(entrant.get(), known.get(), visit, mistakes);
    }
    return new Outcome(mistakes.list(), away);
  }

  private void enter(Entrant entrant, Known known, Visit visit, Mistakes mistakes) {
    Optional<Proof> proof = door.proof(known);
    try {
      use.enter(entrant.id(), known);
      door.used(known, proof, visit);
      entrances.enter(entrant.id(), LoginWay.CODE, visit);
    } catch (NewMembers.ProofGone gone) {
      mistakes.when(true, "smsCode", "code.none");
    }
  }
}
