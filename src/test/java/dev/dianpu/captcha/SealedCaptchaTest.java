package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The answer is in the visitor's hands: only the seal keeps it secret. */
class SealedCaptchaTest {

  private static final Instant END = Instant.parse("2026-03-01T09:05:00Z");

  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final SealedCaptcha captcha = new SealedCaptcha("00112233445566778899aabbccddeeff", END, "picture", "AC3F");

  @Test
  void itOpensForItsForm() {
    String token = captcha.seal(box, CaptchaForm.REGISTER);
    assertThat(SealedCaptcha.open(box, CaptchaForm.REGISTER, token)).contains(captcha);
  }

  @Test
  void itDoesNotOpenForAnotherForm() {
    assertThat(SealedCaptcha.open(box, CaptchaForm.ADMIN_LOGIN, captcha.seal(box, CaptchaForm.REGISTER))).isEmpty();
  }

  @Test
  void neitherAChangedTokenNorAnotherShopsOneOpens() {
    String token = captcha.seal(box, CaptchaForm.LOGIN);
    char other = token.charAt(20) == 'A' ? 'B' : 'A';
    String changed = token.substring(0, 20) + other + token.substring(21);
    assertThat(SealedCaptcha.open(box, CaptchaForm.LOGIN, changed)).isEmpty();
    SecretBox stranger = new SecretBox(KeyRing.parse(KeyRing.generate()));
    assertThat(SealedCaptcha.open(stranger, CaptchaForm.LOGIN, token)).isEmpty();
    assertThat(SealedCaptcha.open(box, CaptchaForm.LOGIN, "")).isEmpty();
  }

  @Test
  void theTokenTellsNothing() {
    assertThat(captcha.seal(box, CaptchaForm.LOGIN)).doesNotContain("AC3F").matches("[A-Za-z0-9._-]{1,200}");
    assertThat(captcha).asString().doesNotContain("AC3F");
  }

  /** The shop goes on while it is upgraded: people then answer a new captcha instead of reading an error page. */
  @Test
  void theTokenOfAnOlderReleaseIsNoCaptcha() {
    String old = box.seal("captcha", "login", "00112233445566778899aabbccddeeff 1772355900 AC3F");
    assertThat(SealedCaptcha.open(box, CaptchaForm.LOGIN, old)).isEmpty();
  }

  @Test
  void whoHoldsTheKeyReadsTheAnswerOfAnyForm() {
    for (CaptchaForm form : CaptchaForm.values()) {
      assertThat(CaptchaAnswers.of(box, captcha.seal(box, form))).contains("AC3F");
    }
  }
}
