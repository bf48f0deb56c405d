package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * That a form's own captcha was solved while the guard wants a slider as well: sealed in a cookie for three minutes, and
 * good for one code, so that nobody does the first again who pushes the slider wrongly. Nothing is stored until then.
 */
@ApplicationScoped
public class FirstCaptcha {

  static final String COOKIE = "dianpu_captcha_first";

  private static final String USE = "captcha-first";
  private static final String SEPARATOR = " ";
  private static final int NONCE_BYTES = 16;
  private static final int FREE_MISSES = 2;

  @Inject SecretBox box;
  @Inject Clock clock;
  @Inject CaptchaGate gate;

  private record Solved(String nonce, Instant expiresAt) {}

  /** Notes that the form's captcha was solved just now. */
  public void solved(CaptchaForm form, Visit visit) {
    Instant end = clock.instant().plus(SealedCaptcha.LIFE).truncatedTo(ChronoUnit.SECONDS);
    String token = HexFormat.of().formatHex(box.random(NONCE_BYTES)) + SEPARATOR + end.getEpochSecond();
    visit.setCookie(COOKIE, box.seal(USE, form.code(), token), "/", (int) SealedCaptcha.LIFE.toSeconds(), "Strict");
  }

  /** Whether this browser solved the form's captcha and got nothing for it yet, as far as its cookie tells. */
  public boolean isSolved(CaptchaForm form, Visit visit) {
    return find(form, visit).isPresent();
  }

  /** Spends it; false if it was spent before. */
  public boolean spend(CaptchaForm form, Visit visit) {
    visit.setCookie(COOKIE, "", "/", 0, "Strict");
    return find(form, visit).filter(solved -> gate.burn(solved.nonce(), solved.expiresAt())).isPresent();
  }

  /** A slider was pushed wrongly: after the third one it is spent, so that nobody goes on guessing. */
  public void missed(CaptchaForm form, Visit visit) {
    Optional<Solved> solved = find(form, visit);
    boolean noted = solved.isPresent() && IntStream.rangeClosed(1, FREE_MISSES)
        .anyMatch(miss -> gate.burn(miss(solved.get(), miss), solved.get().expiresAt()));
    if (!noted) {
      spend(form, visit);
    }
  }

  private String miss(Solved solved, int number) {
    return HexFormat.of().formatHex(box.digest("captcha-miss", number + SEPARATOR + solved.nonce()), 0, NONCE_BYTES);
  }

  private Optional<Solved> find(CaptchaForm form, Visit visit) {
    return visit.cookie(COOKIE).flatMap(token -> box.open(USE, form.code(), token))
        .map(text -> text.split(SEPARATOR))
        .map(parts -> new Solved(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1]))))
        .filter(solved -> clock.instant().isBefore(solved.expiresAt()));
  }
}
