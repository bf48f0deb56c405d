package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.CaptchaKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A captcha on its way to the browser and back, in a cookie that no script can read. It is sealed with authenticated
 * encryption, so that the server need not remember what it showed.
 *
 * <p>What is bound: the form is part of the seal, so the captcha of one form answers no other. The browser is the one
 * that holds the cookie (HttpOnly, SameSite=Strict, Secure on https): an answer alone is worth nothing in another one.
 * Whoever copies the cookie as well has copied the browser, as with any session cookie; nothing else that a browser
 * shows is harder to copy, and an address is no browser: phones change theirs while a form is filled in. Either way a
 * captcha is judged once, on whichever node.
 *
 * @param nonce 32 hexadecimal digits, different for each captcha
 * @param expiresAt from when on it cannot be answered
 * @param kind its {@link CaptchaKind#id}
 * @param secret by which its kind judges the answer
 */
record SealedCaptcha(String nonce, Instant expiresAt, String kind, String secret) {

  /** How long a captcha can be answered. */
  static final Duration LIFE = Duration.ofMinutes(3);

  private static final String USE = "captcha";
  private static final String SEPARATOR = " ";
  private static final int PARTS = 4;

  SealedCaptcha {
    Objects.requireNonNull(expiresAt);
    Objects.requireNonNull(secret);
    if (!nonce.matches("[0-9a-f]{32}") || !kind.matches("[a-z]+")) {
      throw new IllegalArgumentException("not a nonce or not a kind");
    }
  }

  /** The captcha in this token; empty if it was sealed by somebody else, for another form, or by an older release. */
  static Optional<SealedCaptcha> open(SecretBox box, CaptchaForm form, String token) {
    return box.open(USE, form.code(), token).map(text -> text.split(SEPARATOR, PARTS))
        .filter(parts -> parts.length == PARTS)
        .map(parts -> new SealedCaptcha(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2], parts[3]));
  }

  /** The token. */
  String seal(SecretBox box, CaptchaForm form) {
    return box.seal(USE, form.code(),
        String.join(SEPARATOR, nonce, Long.toString(expiresAt.getEpochSecond()), kind, secret));
  }

  /** What the puzzle was made for. */
  CaptchaKind.Asked asked(CaptchaForm form) {
    return new CaptchaKind.Asked(form.code(), nonce, expiresAt);
  }

  /** Without the secret, so that it does not reach a log. */
  @Override
  public String toString() {
    return "SealedCaptcha[" + nonce + "]";
  }
}
