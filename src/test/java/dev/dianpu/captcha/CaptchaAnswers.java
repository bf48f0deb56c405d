package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import java.util.Arrays;
import java.util.Optional;

/**
 * Answers captchas without looking at them: for the development run, tests and benchmarks, which hold the key file of
 * their own shop and nobody else's.
 */
public final class CaptchaAnswers {

  private CaptchaAnswers() {}

  /**
   * The right answer of any captcha that this box sealed, live or not.
   *
   * @param token the value of the cookie
   */
  public static Optional<String> of(SecretBox box, String token) {
    return Arrays.stream(CaptchaForm.values())
        .flatMap(form -> SealedCaptcha.open(box, form, token).map(captcha -> answer(box, form, captcha)).stream())
        .findFirst();
  }

  private static String answer(SecretBox box, CaptchaForm form, SealedCaptcha captcha) {
    return captcha.kind().equals(WorkKind.ID)
        ? WorkChallenge.answer(WorkChallenge.of(box).made(captcha.asked(form), Long.parseLong(captcha.secret()), 1))
        : captcha.secret();
  }
}
