package dev.dianpu.cart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.Networks;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells whose cart a request is about: the member's, or by an opaque cookie the visitor's. */
@ApplicationScoped
class CartCookies {

  static final String COOKIE = "dianpu_cart";
  static final Duration KEPT = Duration.ofDays(30);

  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_LENGTH = 43;
  /** New carts of one address in an hour, on a node: more than a busy office has, few for whoever fills the table. */
  private static final int NEW_ONES = 200;

  private final Cache<String, AtomicInteger> made =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(1)).build();

  @Inject Sessions sessions;
  @Inject SecretBox box;

  /** Whose cart it is; empty for a visitor who never put anything into one. */
  Optional<CartOwner> owner(Visit visit) {
    return sessions.of(visit).flatMap(Session::memberId).map(CartOwner::member).or(() -> visitor(visit));
  }

  /** The visitor's own, member or not. */
  Optional<CartOwner> visitor(Visit visit) {
    return visit.cookie(COOKIE).filter(token -> token.length() == TOKEN_LENGTH).map(CartCookies::ofToken);
  }

  /** Gives the visitor a cookie, unless too many came from there. */
  Optional<CartOwner> begin(Visit visit) {
    if (made.get(Networks.of(visit.address()).address(), network -> new AtomicInteger()).incrementAndGet() > NEW_ONES) {
      return Optional.empty();
    }
    String token = box.token(TOKEN_BYTES);
    visit.setCookie(COOKIE, token, "/", (int) KEPT.toSeconds(), "Lax");
    return Optional.of(ofToken(token));
  }

  /** Takes the cookie away. */
  void end(Visit visit) {
    visit.setCookie(COOKIE, "", "/", 0, "Lax");
  }

  private static CartOwner ofToken(String token) {
    try {
      return CartOwner.visitor(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
