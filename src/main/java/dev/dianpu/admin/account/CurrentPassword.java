package dev.dianpu.admin.account;

import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks an admin who is logged in for the password once more. Wrong ones make wait as at the login, since whoever sits
 * down at an open browser must not be able to guess it.
 */
@ApplicationScoped
class CurrentPassword {

  @Inject Admins admins;
  @Inject LoginTries tries;

  /**
   * Compares it.
   *
   * @return what is wrong, beside the field {@code current}; empty if it is right
   */
  Optional<Login.Result> problem(SignedIn admin, String typed, Visit visit) {
    String subject = "password of admin " + admin.admin();
    Duration wait = tries.take(subject, visit.address());
    if (!wait.isZero()) {
      return Optional.of(new Login.Result(429, "current", "admin.login.wait", wait.toSeconds()));
    }
    if (admins.check(admin.name(), typed).isEmpty()) {
      return Optional.of(new Login.Result(422, "current", "admin.password.wrong"));
    }
    tries.forget(subject, visit.address());
    return Optional.empty();
  }
}
