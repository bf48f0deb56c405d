package dev.dianpu.registration;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.CodeAnswer.Refused;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Codes for a forgotten password, to the phone or by mail, each behind a captcha. */
@ApplicationScoped
class ResetCodes {

  @Inject RequestCode phones;
  @Inject EmailCodes mails;
  @Inject OwnCodes codes;
  @Inject CaptchaStep captcha;
  @Inject CaptchaGate gate;
  @Inject Sessions sessions;

  boolean possible(boolean email) {
    return email ? mails.possible() : phones.possible(CodeFor.RESET_PASSWORD);
  }

  boolean captchaOn() {
    return gate.on(CaptchaForm.PASSWORD);
  }

  CodeAnswer send(CodeForm form, boolean email, Visit visit) {
    if (!email) {
      return phones.send(CodeFor.RESET_PASSWORD, form.phone, form.captcha, visit);
    }
    Optional<Refused> stopped = captcha.stopped(CaptchaForm.PASSWORD, form.captcha, visit);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    Session session = sessions.orNew(visit);
    return codes.send(new OwnCodes.Wanted(session.id(), Contact.email(form.email), Purpose.RESET_PASSWORD,
        visit.address(), captcha.logged(CaptchaForm.PASSWORD), Optional.empty(), visit.locale()));
  }
}
