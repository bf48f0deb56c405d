package dev.dianpu.admin.account;

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
import java.util.Optional;

/**
 * Admin sessions: a cookie that only {@code /admin} sees and no other site can make a browser send; the database keeps
 * its hash. Ends 30 minutes after the last request and 12 hours after the login, whatever comes first.
 */
@ApplicationScoped
class AdminSessions {

  static final String COOKIE = "dianpu_admin";

  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration WRITE_EVERY = Duration.ofMinutes(1);
  private static final int TOKEN_BYTES = 32;

  @Inject AdminSessionRepository repository;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** Finds the admin of this request and attaches it. */
  Optional<SignedIn> recognise(HttpServletRequest request) {
    Instant now = clock.instant();
    Optional<SignedIn> found = token(request)
        .flatMap(token -> repository.find(hash(token), now.minus(LONGEST), now.minus(IDLE)));
    found.ifPresent(admin -> {
      repository.seen(admin.session(), now, now.minus(WRITE_EVERY));
      admin.attachTo(request);
    });
    return found;
  }

  /** Logs in under a new token; one that the browser brought along is worth nothing afterwards. */
  void begin(long admin, HttpServletRequest request, HttpServletResponse response) {
    token(request).ifPresent(old -> repository.delete(hash(old)));
    repository.deleteOld(clock.instant().minus(LONGEST));
    String token = box.token(TOKEN_BYTES);
    repository.insert(hash(token), admin, clock.instant());
    response.addCookie(cookie(token, -1, request));
  }

  void end(HttpServletRequest request, HttpServletResponse response) {
    token(request).ifPresent(token -> repository.delete(hash(token)));
    response.addCookie(cookie("", 0, request));
  }

  /** Ends this admin's sessions in other browsers. */
  void endOthers(SignedIn admin) {
    repository.deleteOthers(admin.admin(), admin.session());
  }

  private static Cookie cookie(String token, int seconds, HttpServletRequest request) {
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setPath("/admin");
    cookie.setHttpOnly(true);
    cookie.setSecure(Visit.of(request).secure());
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }

  private static Optional<String> token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
