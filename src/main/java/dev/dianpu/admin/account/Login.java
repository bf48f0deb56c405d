package dev.dianpu.admin.account;

import dev.dianpu.captcha.Answer;
import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** An admin logs in: wait, captcha, count the try, compare, begin a session or the second step. */
@ApplicationScoped
class Login {

  @Inject Admins admins;
  @Inject LoginTries tries;
  @Inject FailedLogins failed;
  @Inject CaptchaGate gate;
  @Inject SecondStep second;

  /**
   * What became of a try.
   *
   * @param status of the answer
   * @param field beside which the problem is shown; without a problem, what comes next
   * @param problem key of a text; empty when the password was right
   * @param arguments for the text's places
   */
  record Result(int status, String field, String problem, Object... arguments) {}

  /** Whether the next try needs a captcha. */
  boolean captchaDue(String name, String address) {
    return due(admins.counted(name), address);
  }

  private boolean due(String who, String address) {
    return gate.on(CaptchaForm.ADMIN_LOGIN, tries.failures(who, address));
  }

  Result enter(String name, String password, String captcha, Visit visit) {
    String address = visit.address();
    String who = admins.counted(name);
    Duration wait = tries.wait(who, address);
    if (!wait.isZero()) {
      return tooSoon(wait);
    }
    if (due(who, address)) {
      Answer solved = gate.check(CaptchaForm.ADMIN_LOGIN, captcha, visit);
      if (solved != Answer.RIGHT) {
        return new Result(422, "captcha", "admin.login.captcha-" + solved.name().toLowerCase(Locale.ROOT));
      }
    }
    wait = tries.take(who, address);
    if (!wait.isZero()) {
      return tooSoon(wait);
    }
    Optional<AdminRepository.Account> account = admins.check(name, password);
    if (account.isEmpty()) {
      failed.note(name, tries.failures(who, address), address);
      return new Result(422, "form", "admin.login.wrong");
    }
    tries.forget(who, address);
    return second.begin(account.get(), visit);
  }

  private static Result tooSoon(Duration wait) {
    return new Result(429, "form", "admin.login.wait", wait.toSeconds());
  }
}
