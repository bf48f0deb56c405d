package dev.dianpu.registration;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Past the shop's cap for SMS a person may prove an e-mail address instead. Only then, since a phone is what keeps bots
 * out: the offer is sealed into a cookie, bound to the session that solved a captcha and was refused, for half an hour.
 */
@ApplicationScoped
class EmailOffer {

  private static final String COOKIE = "dianpu_by_email";
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final String USE = "register-by-email";
  private static final String AREA = "/register";

  @Inject EmailCodes mails;
  @Inject Sessions sessions;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** Makes the offer, where mail can be sent. */
  void make(Session session, Visit visit) {
    if (mails.possible()) {
      String until = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
      visit.setCookie(COOKIE, box.seal(USE, context(session), until), AREA, (int) LIFE.toSeconds(), "Lax");
    }
  }

  /** Whether an offer is made to whom the cap stops now. */
  boolean possible() {
    return mails.possible();
  }

  /** The session that was made the offer. */
  Optional<Session> taken(Visit visit) {
    return sessions.of(visit).filter(session -> mails.possible() && visit.cookie(COOKIE)
        .flatMap(sealed -> box.open(USE, context(session), sealed))
        .filter(until -> Instant.ofEpochSecond(Long.parseLong(until)).isAfter(clock.instant())).isPresent());
  }

  /** It was used. */
  void end(Visit visit) {
    visit.setCookie(COOKIE, "", AREA, 0, "Lax");
  }

  private static String context(Session session) {
    return "session " + session.id();
  }
}
