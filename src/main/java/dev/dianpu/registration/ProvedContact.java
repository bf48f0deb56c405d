package dev.dianpu.registration;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Which phone or address somebody without a login has just proved, from one page to the next: sealed into a cookie and
 * bound to the session. It only names the proof, which stands in the database and ends by itself.
 */
@ApplicationScoped
class ProvedContact {

  private static final String COOKIE = "dianpu_proved";
  private static final String USE = "proved-contact";
  private static final Duration LIFE = Duration.ofMinutes(10);

  @Inject Sessions sessions;
  @Inject SecretBox box;
  @Inject OwnCodes codes;

  /** Who proved what, and may still use it. */
  record Known(Session session, Contact contact, Purpose purpose) {}

  void keep(Session session, Contact contact, Purpose purpose, Visit visit) {
    visit.setCookie(COOKIE, box.seal(USE, context(session), purpose.name() + ' ' + contact.value()), "/",
        (int) LIFE.toSeconds(), "Lax");
  }

  /** What this visitor has proved for that purpose, as long as the proof lasts. */
  Optional<Known> of(Visit visit, Purpose purpose) {
    String prefix = purpose.name() + ' ';
    return sessions.of(visit).flatMap(session -> visit.cookie(COOKIE)
        .flatMap(sealed -> box.open(USE, context(session), sealed))
        .filter(text -> text.startsWith(prefix)).map(text -> new Contact(text.substring(prefix.length())))
        .filter(contact -> codes.proof(session.id(), contact, purpose).isPresent())
        .map(contact -> new Known(session, contact, purpose)));
  }

  void end(Visit visit) {
    visit.setCookie(COOKIE, "", "/", 0, "Lax");
  }

  private static String context(Session session) {
    return "session " + session.id();
  }
}
