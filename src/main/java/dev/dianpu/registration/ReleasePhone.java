package dev.dianpu.registration;

import dev.dianpu.member.Entrances;
import dev.dianpu.member.Entrances.Entrant;
import dev.dianpu.member.LoginWay;
import dev.dianpu.member.OwnPassword;
import dev.dianpu.platform.mail.Mail;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.ProvedContact.Known;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.Settings;
import dev.dianpu.verification.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * 二次放号: a number goes to somebody else after some months, and with it every code. So of an account that nobody came
 * into for long, a code alone opens nothing: the member gives the password, too; anybody else may only take the number
 * from the account, to register anew, and the member is told.
 */
@ApplicationScoped
class ReleasePhone {

  @Inject Door door;
  @Inject UseProof use;
  @Inject ProvedContact proved;
  @Inject Entrances entrances;
  @Inject OwnPassword ownPassword;
  @Inject Sessions sessions;
  @Inject MailRoom mails;
  @Inject Messages messages;
  @Inject Settings settings;

  /** Who stands before such an account. */
  record Waiting(Known known, Entrant entrant) {}

  Optional<Waiting> waiting(Visit visit) {
    return proved.of(visit, Purpose.LOGIN).or(() -> proved.of(visit, Purpose.RESET_PASSWORD))
        .flatMap(known -> door.entrant(known).filter(entrant -> door.away(known, entrant))
            .map(entrant -> new Waiting(known, entrant)));
  }

  /** The member knows the password, too; what is wrong with it, or nothing. */
  Optional<Mistake> enter(Waiting waiting, String password, Visit visit) {
    Optional<OwnPassword.Wrong> wrong = ownPassword.problem(waiting.entrant().id(), password, visit);
    if (wrong.isPresent()) {
      long seconds = wrong.get().retryAfter().toSeconds();
      return Optional.of(seconds == 0 ? new Mistake("password", "member.account.password-wrong")
          : new Mistake("password", "member.account.wait", seconds + 1));
    }
    if (waiting.entrant().frozen()) {
      return Optional.of(new Mistake("password", "member.frozen"));
    }
    return used(waiting, () -> use.enter(waiting.entrant().id(), waiting.known()), visit, () ->
        entrances.enter(waiting.entrant().id(), LoginWay.PASSWORD, visit));
  }

  /** The number is taken from the account; what stands against it, or nothing. */
  Optional<Mistake> release(Waiting waiting, Visit visit) {
    Entrant old = waiting.entrant();
    if (old.frozen()) {
      return Optional.of(new Mistake("form", "member.frozen"));
    }
    return used(waiting, () -> use.release(old.id(), waiting.known()), visit, () -> {
      sessions.endAll(old.id());
      String shop = settings.text("shop.name");
      mails.post(new Mail(old.email(), messages.text(Messages.CHINESE, "away.mail.subject", shop),
          messages.text(Messages.CHINESE, "away.mail.text", shop, old.username(),
              waiting.known().contact().masked())));
    });
  }

  private Optional<Mistake> used(Waiting waiting, Runnable transaction, Visit visit, Runnable after) {
    Optional<Proof> proof = door.proof(waiting.known());
    try {
      transaction.run();
    } catch (NewMembers.ProofGone gone) {
      return Optional.of(new Mistake("form", "password.gone"));
    }
    door.used(waiting.known(), proof, visit);
    proved.end(visit);
    after.run();
    return Optional.empty();
  }
}
