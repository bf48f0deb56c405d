package dev.dianpu.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.CaptchaKind;
import dev.dianpu.spi.PowDifficulty;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proof of work as ALTCHA (version 1) has it: the browser looks for the number whose SHA-256, behind a salt, is the
 * challenge. There is nothing to see and nothing to type, so it keeps nobody out who has a script-running browser. The
 * answer is ALTCHA's payload: base64 of JSON with {@code algorithm}, {@code challenge}, {@code number}, {@code salt}
 * and {@code signature}.
 */
@ApplicationScoped
class WorkKind implements CaptchaKind {

  static final String ID = "work";

  private static final long LEAST = 1_000;
  private static final long MOST = 20_000_000;

  @Inject Settings settings;
  @Inject SecretBox box;
  @Inject Instance<PowDifficulty> difficulties;

  @Override
  public String id() {
    return ID;
  }

  /** The secret is the number, by which a development run answers at once; {@link #solved} does not need it. */
  @Override
  public Shown show(Asked asked, boolean script) {
    long usual = 1000 * settings.number(CaptchaSettings.WORK);
    WorkChallenge.Made made = challenge().make(asked, most(asked.form(), usual, difficulties.stream()));
    return new Shown(Long.toString(made.number()), "application/json",
        WorkChallenge.json(made.challenge()).getBytes(UTF_8));
  }

  @Override
  public boolean solved(Asked asked, String secret, String answer) {
    Optional<WorkChallenge.Payload> payload = WorkChallenge.payload(answer);
    return payload.isPresent() && challenge().solved(asked, payload.get());
  }

  static long most(String form, long usual, Stream<PowDifficulty> difficulties) {
    long wanted = difficulties.mapToLong(difficulty -> difficulty.most(form, usual)).reduce(usual, Math::max);
    return Math.max(LEAST, Math.min(wanted, MOST));
  }

  private WorkChallenge challenge() {
    return WorkChallenge.of(box);
  }
}
