package dev.dianpu.admin.account;

import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * An admin changes the own password. The old one is asked for, and wrong ones make wait as at the login, since whoever
 * sits down at an open browser must not be able to guess it.
 */
@ApplicationScoped
class ChangePassword {

  private static final int REFUSED = 422;

  @Inject Admins admins;
  @Inject LoginTries tries;

  Login.Result change(String current, String password, String repeated, Visit visit) {
    SignedIn admin = SignedIn.of(visit).orElseThrow();
    Optional<String> problem = admins.passwordProblem(admin.name(), password);
    if (problem.isPresent()) {
      return new Login.Result(REFUSED, "password", problem.get());
    }
    if (!password.equals(repeated)) {
      return new Login.Result(REFUSED, "repeated", "admin.password.differs");
    }
    String subject = "password of admin " + admin.admin();
    Duration wait = tries.take(subject, visit.address());
    if (!wait.isZero()) {
      return new Login.Result(429, "current", "admin.login.wait", wait.toSeconds());
    }
    if (admins.check(admin.name(), current).isEmpty()) {
      return new Login.Result(REFUSED, "current", "admin.password.wrong");
    }
    tries.forget(subject, visit.address());
    admins.changePassword(admin, password, visit);
    return new Login.Result(303, "", "");
  }
}
