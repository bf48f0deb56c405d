package dev.dianpu.platform.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Storefront sessions: an opaque cookie whose hash is a row of the database, so that all nodes know it and a restart
 * loses none. A plain visit makes none. What was read is believed for two seconds, the time in which nodes learn of each
 * other's changes.
 */
@ApplicationScoped
public class Sessions implements Expiring {

  /** Of the session's cookie. */
  public static final String COOKIE = "dianpu_session";

  private static final Duration VISITOR = Duration.ofHours(2);
  private static final Duration MEMBER = Duration.ofDays(7);
  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_LENGTH = 43;

  private final Cache<String, Optional<Session>> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(2, TimeUnit.SECONDS).build();

  @Inject SessionRepository repository;
  @Inject SecretBox box;
  @Inject Clock clock;
  @Inject Event<LoggedIn> logins;

  /** A member has logged in, by whatever way; fired before the answer leaves, so that an observer may set cookies. */
  public record LoggedIn(long memberId, Visit visit) {}

  /** The session of this request, if it has a live one. */
  public Optional<Session> of(Visit visit) {
    Optional<Session> known = visit.noted(Session.class);
    if (known.isPresent()) {
      return known;
    }
    Optional<Session> found = token(visit).flatMap(token ->
        recent.get(hash(token), hash -> repository.find(HexFormat.of().parseHex(hash), clock.instant())));
    found.ifPresent(session -> visit.note(Session.class, session));
    return found;
  }

  /** The session of this request, or a new visitor's: only for somebody who solved a captcha. */
  public Session orNew(Visit visit) {
    return of(visit).orElseGet(() -> begin(Optional.empty(), visit));
  }

  /** Logs a member in: ends the session of this request and begins another, so that a planted cookie is worth nothing. */
  public Session login(long memberId, Visit visit) {
    forget(visit);
    Session session = begin(Optional.of(memberId), visit);
    logins.fire(new LoggedIn(memberId, visit));
    return session;
  }

  /** Ends the session of this request. */
  public void end(Visit visit) {
    forget(visit);
    visit.setCookie(COOKIE, "", "/", 0, "Lax");
  }

  /** Ends all sessions of a member, after a change of the password. */
  public void endAll(long memberId) {
    repository.deleteOf(memberId);
    recent.invalidateAll();
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return repository.deleteExpired(now, most);
  }

  private Session begin(Optional<Long> memberId, Visit visit) {
    String token = box.token(TOKEN_BYTES);
    Duration life = memberId.isPresent() ? MEMBER : VISITOR;
    Instant now = clock.instant();
    long id = repository.insert(HexFormat.of().parseHex(hash(token)), memberId, now, now.plus(life));
    Session session = new Session(id, memberId);
    visit.setCookie(COOKIE, token, "/", (int) life.toSeconds(), "Lax");
    visit.note(Session.class, session);
    return session;
  }

  private void forget(Visit visit) {
    token(visit).map(Sessions::hash).ifPresent(hash -> {
      repository.delete(HexFormat.of().parseHex(hash));
      recent.invalidate(hash);
    });
    visit.note(Session.class, null);
  }

  private static Optional<String> token(Visit visit) {
    return visit.cookie(COOKIE).filter(token -> token.length() == TOKEN_LENGTH);
  }

  private static String hash(String token) {
    try {
      return HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
