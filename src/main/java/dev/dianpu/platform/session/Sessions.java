package dev.dianpu.platform.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
public class Sessions {

  /** Of the session's cookie. */
  public static final String COOKIE = "dianpu_session";

  private static final Duration VISITOR = Duration.ofHours(2);
  private static final Duration MEMBER = Duration.ofDays(7);
  private static final String ATTRIBUTE = Session.class.getName();
  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_LENGTH = 43;

  private final Cache<String, Optional<Session>> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(2, TimeUnit.SECONDS).build();

  @Inject SessionRepository repository;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** The session of this request, if it has a live one. */
  public Optional<Session> of(HttpServletRequest request) {
    Object known = request.getAttribute(ATTRIBUTE);
    if (known != null) {
      return Optional.of((Session) known);
    }
    Optional<Session> found = token(request).flatMap(token ->
        recent.get(hash(token), hash -> repository.find(HexFormat.of().parseHex(hash), clock.instant())));
    found.ifPresent(session -> request.setAttribute(ATTRIBUTE, session));
    return found;
  }

  /** The session of this request, or a new visitor's: only for somebody who solved a captcha. */
  public Session orNew(HttpServletRequest request, HttpServletResponse response) {
    return of(request).orElseGet(() -> begin(Optional.empty(), request, response));
  }

  /** Logs a member in: ends the session of this request and begins another, so that a planted cookie is worth nothing. */
  public Session login(long memberId, HttpServletRequest request, HttpServletResponse response) {
    forget(request);
    return begin(Optional.of(memberId), request, response);
  }

  /** Ends the session of this request. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    forget(request);
    response.addCookie(cookie("", 0, request));
  }

  /** Ends all sessions of a member, after a change of the password. */
  public void endAll(long memberId) {
    repository.deleteOf(memberId);
    recent.invalidateAll();
  }

  private Session begin(Optional<Long> memberId, HttpServletRequest request, HttpServletResponse response) {
    String token = box.token(TOKEN_BYTES);
    Duration life = memberId.isPresent() ? MEMBER : VISITOR;
    Instant now = clock.instant();
    long id = repository.insert(HexFormat.of().parseHex(hash(token)), memberId, now, now.plus(life));
    Session session = new Session(id, memberId);
    response.addCookie(cookie(token, (int) life.toSeconds(), request));
    request.setAttribute(ATTRIBUTE, session);
    return session;
  }

  private void forget(HttpServletRequest request) {
    token(request).map(Sessions::hash).ifPresent(hash -> {
      repository.delete(HexFormat.of().parseHex(hash));
      recent.invalidate(hash);
    });
    request.removeAttribute(ATTRIBUTE);
  }

  private static Cookie cookie(String token, int seconds, HttpServletRequest request) {
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(Visit.of(request).secure());
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private static Optional<String> token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(COOKIE) && cookie.getValue().length() == TOKEN_LENGTH) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
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
