package dev.dianpu.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dianpu.platform.crypto.SecretBox;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

/** Compares an answer with a sealed captcha and spends the captcha. */
final class CaptchaCheck {

  /** Nobody types more; normalising a megabyte would be a gift to a flooder. */
  private static final int LONGEST = 32;

  private final SecretBox box;
  private final Clock clock;
  private final NonceRepository nonces;

  CaptchaCheck(SecretBox box, Clock clock, NonceRepository nonces) {
    this.box = box;
    this.clock = clock;
    this.nonces = nonces;
  }

  /** Seal and expiry come first, so that only captchas that we showed cost a row. */
  Answer answer(CaptchaForm form, String token, String typed) {
    Optional<SealedCaptcha> live = SealedCaptcha.open(box, form, token)
        .filter(captcha -> clock.instant().isBefore(captcha.expiresAt()));
    if (live.isEmpty() || !nonces.burn(live.get().nonce(), live.get().expiresAt())) {
      return Answer.MISSING;
    }
    String plain = typed.length() > LONGEST ? "" : Alphabet.plain(typed);
    boolean right = MessageDigest.isEqual(plain.getBytes(UTF_8), live.get().word().getBytes(UTF_8));
    return right ? Answer.RIGHT : Answer.WRONG;
  }
}
