package dev.dianpu.admin.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app by RFC 6238: SHA-1, six digits, steps of 30 seconds, which is what every app knows. A code
 * of the step before or after this one passes, too, since a phone's clock is not quite right (RFC 6238, 5.2).
 */
final class Totp {

  /** 160 bits, as RFC 4226 recommends for SHA-1. */
  static final int SECRET_BYTES = 20;

  static final Duration STEP = Duration.ofSeconds(30);

  private static final int DIGITS = 6;
  private static final int DRIFT = 1;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_PER_LETTER = 5;

  private Totp() {}

  /** The time step whose code this is; empty if it is none of these minutes'. Takes the same time whatever was typed. */
  static OptionalLong step(byte[] secret, String typed, Instant now) {
    OptionalLong found = OptionalLong.empty();
    for (int drift = -DRIFT; drift <= DRIFT; drift++) {
      Instant moment = now.plus(STEP.multipliedBy(drift));
      boolean right = MessageDigest.isEqual(
          code(secret, moment).getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
      found = right ? OptionalLong.of(moment.getEpochSecond() / STEP.toSeconds()) : found;
    }
    return found;
  }

  /** The code that an app shows at a moment. */
  static String code(byte[] secret, Instant moment) {
    try {
      return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
          .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), moment);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret as apps take it typed: base32 (RFC 4648) without padding. */
  static String base32(byte[] secret) {
    StringBuilder letters = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte next : secret) {
      bits = (bits << Byte.SIZE | (next & 0xff)) & 0xfff;
      held += Byte.SIZE;
      while (held >= BITS_PER_LETTER) {
        held -= BITS_PER_LETTER;
        letters.append(ALPHABET.charAt(bits >> held & 31));
      }
    }
    return held == 0 ? letters.toString()
        : letters.append(ALPHABET.charAt(bits << BITS_PER_LETTER - held & 31)).toString();
  }

  /** What the picture says, by the format that Google Authenticator set and every app reads. */
  static String address(byte[] secret, String shop, String name) {
    return "otpauth://totp/" + encoded(shop) + ":" + encoded(name) + "?secret=" + base32(secret) + "&issuer="
        + encoded(shop) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
