package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Whether a form asks for a captcha, and whether what was typed answers it. */
@ApplicationScoped
public class CaptchaGate {

  /** Of the cookie that holds the sealed captcha. */
  public static final String COOKIE = "dianpu_captcha";

  @Inject Settings settings;
  @Inject SecretBox box;
  @Inject Clock clock;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** Whether the owner switched the captcha of this form on. */
  public boolean on(CaptchaForm form) {
    return settings.on("captcha." + form.code());
  }

  /**
   * Whether somebody with this many failed logins has to solve a captcha now.
   *
   * @param failures how often this account or address failed lately
   */
  public boolean on(CaptchaForm form, int failures) {
    return on(form) && failures >= settings.number(CaptchaSettings.AFTER_FAILURES);
  }

  /**
   * Checks an answer. Whatever was typed, the captcha is spent by it: a second answer to the same picture is
   * {@link Answer#MISSING}. An empty one spends nothing.
   *
   * <p>Runs outside a caller's transaction, whose end must not bring a spent captcha back to life.
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Answer check(CaptchaForm form, String typed, Visit visit) {
    Optional<String> token = visit.cookie(COOKIE);
    if (token.isEmpty() || typed == null || typed.isBlank()) {
      return Answer.MISSING;
    }
    Answer answer = new CaptchaCheck(box, clock, new NonceRepository(dataSource)).answer(form, token.get(), typed);
    visit.setCookie(COOKIE, "", "/", 0, "Strict");
    return answer;
  }

  /** Gives the browser a captcha to answer, in place of the one it had. */
  void hand(SealedCaptcha captcha, CaptchaForm form, Duration life, Visit visit) {
    visit.setCookie(COOKIE, captcha.seal(box, form), "/", (int) life.toSeconds(), "Strict");
  }
}
