package dev.dianpu.registration;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.CodeAnswer.Reason;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.verification.CodeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The captcha before a code, where the owner wants one. */
@ApplicationScoped
class CaptchaStep {

  @Inject CaptchaGate gate;

  /** Why no code is sent; empty if the captcha was solved, or none is wanted. */
  Optional<Refused> stopped(CaptchaForm form, String typed, Visit visit) {
    if (!gate.on(form)) {
      return Optional.empty();
    }
    return switch (gate.check(form, typed, visit)) {
      // Whoever typed something had a picture before him, which is spent or out of date by now.
      case MISSING -> Optional.of(new Refused(typed == null || typed.isBlank()
          ? Reason.CAPTCHA_REQUIRED : Reason.CAPTCHA_WRONG, 0));
      case WRONG -> Optional.of(new Refused(Reason.CAPTCHA_WRONG, 0));
      case RIGHT -> Optional.empty();
    };
  }

  /** What stood before the code, for the log of verifications. */
  String logged(CaptchaForm form) {
    return gate.on(form) ? form.code() : CodeRequest.OFF;
  }
}
