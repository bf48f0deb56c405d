package dev.dianpu.admin.account;

import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** An admin logs in: wait, captcha, count the try, compare, begin a session. */
@ApplicationScoped
class Login {

  private static final int LONGEST_NAME = 60;

  @Inject Admins admins;
  @Inject LoginTries tries;
  @Inject AdminSessions sessions;

  /**
   * What became of a try.
   *
   * @param status of the answer
   * @param field beside which the problem is shown
   * @param problem key of a text; empty when the admin is logged in
   * @param arguments for the text's places
   */
  record Answer(int status, String field, String problem, Object... arguments) {}

  /** Whether the next try needs a captcha. */
  boolean captchaDue(String name, String address) {
    return false;
  }

  Answer enter(String name, String password, String captcha, HttpServletRequest request, HttpServletResponse response) {
    String address = Visit.of(request).address();
    Duration wait = tries.wait(name, address);
    if (!wait.isZero()) {
      return tooSoon(wait);
    }
    wait = tries.take(name, address);
    if (!wait.isZero()) {
      return tooSoon(wait);
    }
    Optional<AdminRepository.Account> account =
        name.length() > LONGEST_NAME ? admins.check("", password) : admins.check(name, password);
    if (account.isEmpty()) {
      return new Answer(422, "form", "admin.login.wrong");
    }
    tries.forget(name, address);
    sessions.begin(account.get().id(), request, response);
    return new Answer(303, "", "");
  }

  private static Answer tooSoon(Duration wait) {
    return new Answer(429, "form", "admin.login.wait", wait.toSeconds());
  }
}
