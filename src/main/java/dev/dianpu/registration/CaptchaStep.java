package dev.dianpu.registration;

import dev.dianpu.captcha.Answer;
import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.captcha.FirstCaptcha;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.CodeAnswer.Reason;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.verification.CodeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The captcha before a code, where the owner wants one; and a slider as well while the guard is strict. */
@ApplicationScoped
class CaptchaStep {

  @Inject CaptchaGate gate;
  @Inject FirstCaptcha first;

  /** Why no code is sent; empty if the captcha was solved, or none is wanted. */
  Optional<Refused> stopped(CaptchaForm form, String typed, Visit visit) {
    return stopped(form, typed, visit, false);
  }

  /**
   * Why no code is sent; empty if everything asked for was solved.
   *
   * @param hard whether the guard wants a slider, too
   */
  Optional<Refused> stopped(CaptchaForm form, String typed, Visit visit, boolean hard) {
    boolean solved = first.isSolved(form, visit);
    if (hard && (solved || !gate.on(form))) {
      return second(form, typed, visit);
    }
    // Whoever solved the first while the guard was strict has done enough now that it is not.
    if (!gate.on(form) || solved && first.spend(form, visit)) {
      return Optional.empty();
    }
    Optional<Refused> refused = judged(gate.check(form, typed, visit), typed);
    if (hard && refused.isEmpty()) {
      first.solved(form, visit);
      return Optional.of(new Refused(Reason.CAPTCHA_SECOND, 0));
    }
    return refused;
  }

  private Optional<Refused> second(CaptchaForm form, String typed, Visit visit) {
    if (typed == null || typed.isBlank()) {
      return Optional.of(new Refused(Reason.CAPTCHA_SECOND, 0));
    }
    Answer answer = gate.check(CaptchaForm.SECOND, typed, visit);
    if (answer == Answer.WRONG) {
      first.missed(form, visit);
    }
    Optional<Refused> refused = judged(answer, typed);
    boolean spent = refused.isEmpty() && gate.on(form) && !first.spend(form, visit);
    return spent ? Optional.of(new Refused(Reason.CAPTCHA_REQUIRED, 0)) : refused;
  }

  private static Optional<Refused> judged(Answer answer, String typed) {
    return switch (answer) {
      // Whoever typed something had a picture before him, which is spent or out of date by now.
      case MISSING -> Optional.of(new Refused(typed == null || typed.isBlank()
          ? Reason.CAPTCHA_REQUIRED : Reason.CAPTCHA_WRONG, 0));
      case WRONG -> Optional.of(new Refused(Reason.CAPTCHA_WRONG, 0));
      case RIGHT -> Optional.empty();
    };
  }

  /** Whether the page that tells of this answer shows the slider of the second step. */
  boolean wantsSecond(CodeAnswer answer, CaptchaForm form, Visit visit) {
    return answer instanceof Refused refused && (refused.reason() == Reason.CAPTCHA_SECOND
        || refused.reason() == Reason.CAPTCHA_WRONG && first.isSolved(form, visit));
  }

  /** What stood before the code, for the log of verifications. */
  String logged(CaptchaForm form) {
    return gate.on(form) ? form.code() : CodeRequest.OFF;
  }
}
