package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.CaptchaKind;
import java.time.Clock;
import java.util.Optional;

/** Has an answer to a sealed captcha judged, and spends the captcha. */
final class CaptchaCheck {

  private final SecretBox box;
  private final Clock clock;
  private final Nonces nonces;
  private final Allowed allowed;

  /** Which kinds a form takes. */
  @FunctionalInterface
  interface Allowed {
    /** The kind of this id; empty if there is none, or the form does not take it (any more). */
    Optional<CaptchaKind> kind(CaptchaForm form, String id);
  }

  CaptchaCheck(SecretBox box, Clock clock, Nonces nonces, Allowed allowed) {
    this.box = box;
    this.clock = clock;
    this.nonces = nonces;
    this.allowed = allowed;
  }

  /** Seal, expiry and kind come first, so that only captchas that we showed and still take cost a row. */
  Answer answer(CaptchaForm form, String token, String typed) {
    Optional<SealedCaptcha> live = SealedCaptcha.open(box, form, token)
        .filter(captcha -> clock.instant().isBefore(captcha.expiresAt()));
    Optional<CaptchaKind> kind = live.flatMap(captcha -> allowed.kind(form, captcha.kind()));
    if (kind.isEmpty() || !nonces.burn(live.get().nonce(), live.get().expiresAt())) {
      return Answer.MISSING;
    }
    boolean right = typed.length() <= CaptchaKind.LONGEST_ANSWER
        && kind.get().solved(live.get().asked(form), live.get().secret(), typed);
    return right ? Answer.RIGHT : Answer.WRONG;
  }
}
