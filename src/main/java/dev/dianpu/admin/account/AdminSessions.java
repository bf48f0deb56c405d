package dev.dianpu.admin.account;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Admin sessions: a cookie that only {@code /admin} sees and no other site can make a browser send; the database keeps
 * its hash. Ends 30 minutes after the last request and 12 hours after the login, whatever comes first.
 */
@ApplicationScoped
class AdminSessions implements Expiring {

  static final String COOKIE = "dianpu_admin";

  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration WRITE_EVERY = Duration.ofMinutes(1);
  private static final int TOKEN_BYTES = 32;
  private static final String AREA = "/admin";
  /** As a cookie's age: until the browser is closed. */
  private static final int UNTIL_CLOSED = -1;

  @Inject AdminSessionRepository repository;
  @Inject AdminLog log;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** Finds the admin of this visit and notes it there. */
  Optional<SignedIn> recognise(Visit visit) {
    Instant now = clock.instant();
    Optional<SignedIn> found = visit.cookie(COOKIE)
        .flatMap(token -> repository.find(hash(token), now.minus(LONGEST), now.minus(IDLE)));
    found.ifPresent(admin -> {
      repository.seen(admin.session(), now, now.minus(WRITE_EVERY));
      visit.note(SignedIn.class, admin);
    });
    return found;
  }

  /** Logs in under a new token; one that the browser brought along is worth nothing afterwards. */
  @Transactional
  void begin(AdminRepository.Account admin, Visit visit) {
    visit.cookie(COOKIE).ifPresent(old -> repository.delete(hash(old)));
    String token = box.token(TOKEN_BYTES);
    long session = repository.insert(hash(token), admin.id(), clock.instant());
    visit.note(SignedIn.class, new SignedIn(session, admin.id(), admin.name(), ""));
    log.record("admin.log.logged-in", admin.name(), "", "");
    hand(token, visit);
  }

  /** Gives a session another token, to be handed out when it is committed; the old one is worth nothing afterwards. */
  String renew(SignedIn admin) {
    String token = box.token(TOKEN_BYTES);
    repository.renew(admin.session(), hash(token));
    return token;
  }

  void hand(String token, Visit visit) {
    visit.setCookie(COOKIE, token, AREA, UNTIL_CLOSED, "Strict");
  }

  void end(Visit visit) {
    visit.cookie(COOKIE).ifPresent(token -> repository.delete(hash(token)));
    visit.setCookie(COOKIE, "", AREA, 0, "Strict");
  }

  /** Ends this admin's sessions in other browsers. */
  void endOthers(SignedIn admin) {
    repository.deleteOthers(admin.admin(), admin.session());
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return repository.deleteOld(now.minus(LONGEST), most);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
