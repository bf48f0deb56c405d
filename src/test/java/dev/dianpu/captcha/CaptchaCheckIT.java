package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.CaptchaKind;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import dev.dianpu.system.TestPool;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A solved captcha opens the way to one SMS: it must not open it twice. */
class CaptchaCheckIT {

  private static TestPool pool;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final NonceRepository nonces = new NonceRepository(pool);
  private final CaptchaCheck check = new CaptchaCheck(box, clock, nonces, CaptchaCheckIT::kind);

  @BeforeAll
  static void open() {
    pool = new TestPool(TestDatabase.migrated(), 32);
  }

  @AfterAll
  static void close() throws Exception {
    pool.close();
  }

  @Test
  void theRightWordPassesOnce() {
    String token = token(CaptchaForm.REGISTER);
    assertThat(check.answer(CaptchaForm.REGISTER, token, "ac3F ")).isEqualTo(Answer.RIGHT);
    assertThat(check.answer(CaptchaForm.REGISTER, token, "AC3F")).isEqualTo(Answer.MISSING);
  }

  @Test
  void aWrongWordSpendsThePicture() {
    String token = token(CaptchaForm.REGISTER);
    assertThat(check.answer(CaptchaForm.REGISTER, token, "AC3E")).isEqualTo(Answer.WRONG);
    assertThat(check.answer(CaptchaForm.REGISTER, token, "AC3F")).isEqualTo(Answer.MISSING);
  }

  @Test
  void aMegabyteIsAWrongWord() {
    assertThat(check.answer(CaptchaForm.REGISTER, token(CaptchaForm.REGISTER), "A".repeat(1 << 20)))
        .isEqualTo(Answer.WRONG);
  }

  @Test
  void thePictureOfOneFormDoesNotPassAnotherAndIsNotSpentByTheTry() {
    String token = token(CaptchaForm.REGISTER);
    assertThat(check.answer(CaptchaForm.LOGIN, token, "AC3F")).isEqualTo(Answer.MISSING);
    assertThat(check.answer(CaptchaForm.REGISTER, token, "AC3F")).isEqualTo(Answer.RIGHT);
  }

  @Test
  void afterThreeMinutesThePictureIsWorthNothing() {
    String token = token(CaptchaForm.REGISTER);
    clock.forward(Duration.ofMinutes(3));
    assertThat(check.answer(CaptchaForm.REGISTER, token, "AC3F")).isEqualTo(Answer.MISSING);
  }

  @Test
  void ofManyWhoGiveTheSameAnswerAtOnceOnePasses() {
    String token = token(CaptchaForm.REGISTER);
    List<Answer> answers = AtOnce.run(50, () -> check.answer(CaptchaForm.REGISTER, token, "AC3F"));
    assertThat(answers).containsOnly(Answer.RIGHT, Answer.MISSING).containsOnlyOnce(Answer.RIGHT);
  }

  @Test
  void spentPicturesAreForgottenWhenTheyHaveExpiredAndNotBefore() {
    check.answer(CaptchaForm.REGISTER, token(CaptchaForm.REGISTER), "AC3F");
    String second = token(CaptchaForm.REGISTER);
    clock.forward(Duration.ofMinutes(1));
    assertThat(check.answer(CaptchaForm.REGISTER, second, "AC3F")).isEqualTo(Answer.RIGHT);
    nonces.deleteExpired(clock.instant(), 500);
    assertThat(check.answer(CaptchaForm.REGISTER, second, "AC3F")).isEqualTo(Answer.MISSING);
    clock.forward(Duration.ofHours(1));
    assertThat(nonces.deleteExpired(clock.instant(), 1)).isEqualTo(1);
    assertThat(nonces.deleteExpired(clock.instant(), 500)).isPositive();
    assertThat(nonces.deleteExpired(clock.instant(), 500)).isZero();
  }

  /** A form that was made stricter meanwhile is not answered by what was shown before. */
  @Test
  void aKindThatTheFormDoesNotTakeIsNotJudgedAndCostsNoRow() {
    String nonce = HexFormat.of().formatHex(box.random(16));
    String token = new SealedCaptcha(nonce, clock.instant().plus(SealedCaptcha.LIFE), "slider", "100")
        .seal(box, CaptchaForm.REGISTER);
    assertThat(check.answer(CaptchaForm.REGISTER, token, "100")).isEqualTo(Answer.MISSING);
    assertThat(nonces.burn(nonce, clock.instant())).as("still unburnt").isTrue();
  }

  private static Optional<CaptchaKind> kind(CaptchaForm form, String id) {
    return id.equals(PictureKind.ID) ? Optional.of(new PictureKind()) : Optional.empty();
  }

  private String token(CaptchaForm form) {
    String nonce = HexFormat.of().formatHex(box.random(16));
    return new SealedCaptcha(nonce, clock.instant().plus(SealedCaptcha.LIFE), "picture", "AC3F").seal(box, form);
  }
}
