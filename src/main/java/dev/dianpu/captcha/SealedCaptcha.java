package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A captcha on its way to the browser and back. It is sealed with authenticated encryption, so that the server need not
 * remember what it showed; the form is part of the seal.
 *
 * @param nonce 32 hexadecimal digits, different for each captcha
 * @param expiresAt from when on it cannot be answered
 * @param word what the picture shows
 */
public record SealedCaptcha(String nonce, Instant expiresAt, String word) {

  private static final String USE = "captcha";
  private static final String SEPARATOR = " ";

  public SealedCaptcha {
    Objects.requireNonNull(expiresAt);
    Objects.requireNonNull(word);
    if (!nonce.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("not a nonce");
    }
  }

  /**
   * The word of any captcha that this box sealed, live or not. For the development run and benchmarks, which hold the
   * key file of their own shop and nobody else's.
   *
   * @param token the value of the cookie
   */
  public static Optional<String> open(SecretBox box, String token) {
    return Arrays.stream(CaptchaForm.values()).flatMap(form -> open(box, form, token).stream())
        .map(SealedCaptcha::word).findFirst();
  }

  /** The captcha in this token; empty if it was sealed by somebody else or for another form. */
  static Optional<SealedCaptcha> open(SecretBox box, CaptchaForm form, String token) {
    return box.open(USE, form.code(), token).map(text -> {
      String[] parts = text.split(SEPARATOR);
      return new SealedCaptcha(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2]);
    });
  }

  /** The token. */
  String seal(SecretBox box, CaptchaForm form) {
    return box.seal(USE, form.code(), String.join(SEPARATOR, nonce, Long.toString(expiresAt.getEpochSecond()), word));
  }

  /** Without the word, so that it does not reach a log. */
  @Override
  public String toString() {
    return "SealedCaptcha[" + nonce + "]";
  }
}
