package dev.dianpu.registration;

import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.guard.Counters;
import dev.dianpu.guard.TestNumbers;
import dev.dianpu.member.Entrances;
import dev.dianpu.member.Entrances.Entrant;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.ProvedContact.Known;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Check;
import dev.dianpu.verification.Contact;
import dev.dianpu.verification.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What login by code and a forgotten password have in common: a code is compared, and whose contact it proved is found. */
@ApplicationScoped
class Door {

  @Inject Sessions sessions;
  @Inject OwnCodes codes;
  @Inject Entrances entrances;
  @Inject Extensions<PhonePolicy> policies;
  @Inject CaptchaGate gate;
  @Inject Counters counters;
  @Inject TestNumbers testNumbers;
  @Inject Clock clock;

  boolean captchaOn(CodeFor wanted) {
    return gate.on(wanted.form());
  }

  /**
   * Compares a code.
   *
   * @return what was proved; empty if it is in {@code mistakes} why nothing was
   */
  Optional<Known> prove(Contact contact, Purpose purpose, String typed, Visit visit, Mistakes mistakes) {
    Optional<Session> session = sessions.of(visit);
    boolean proved = session.filter(known -> codes.proof(known.id(), contact, purpose).isPresent()).isPresent();
    if (!proved && typed.isBlank()) {
      mistakes.add(new Mistake("smsCode", "code.required"));
      return Optional.empty();
    }
    Check check = proved ? new Check.Right()
        : session.map(known -> codes.check(known.id(), contact, purpose, typed, visit.address()))
            .orElseGet(Check.None::new);
    OwnCodes.mistake("smsCode", check).ifPresent(mistakes::add);
    return mistakes.none() ? session.map(known -> new Known(known, contact, purpose)) : Optional.empty();
  }

  /** Whose phone or address it is; only for whoever proved it. */
  Optional<Entrant> entrant(Known proved) {
    return proved.contact().isEmail() ? entrances.ofEmail(proved.contact().value())
        : PhoneNumbers.mainlandMobile(proved.contact().value()).flatMap(entrances::ofPhone);
  }

  /** Whether the number may be somebody else's by now, so that having it is not enough. An address is not given twice. */
  boolean away(Known proved, Entrant entrant) {
    Duration absence = policies.first().map(PhonePolicy::absence).orElse(Duration.ZERO);
    return !proved.contact().isEmail() && entrant.away(clock.instant(), absence);
  }

  /** The proof was used: what its sends took is given back, and the guard hears of it. */
  void used(Known proved, Optional<Proof> proof, Visit visit) {
    proof.ifPresent(codes::giveBack);
    if (!proved.contact().isEmail()) {
      // No SMS went to a number for tests, so none of its codes counts as used.
      PhoneNumbers.mainlandMobile(proved.contact().value()).filter(phone -> testNumbers.of(phone).isEmpty())
          .ifPresent(phone -> counters.verified(phone, visit.address()));
    }
  }

  Optional<Proof> proof(Known proved) {
    return codes.proof(proved.session().id(), proved.contact(), proved.purpose());
  }
}
