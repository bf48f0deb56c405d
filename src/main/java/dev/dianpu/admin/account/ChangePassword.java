package dev.dianpu.admin.account;

import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** An admin changes the own password; the old one is asked for. */
@ApplicationScoped
class ChangePassword {

  private static final int REFUSED = 422;

  @Inject Admins admins;
  @Inject CurrentPassword currentPassword;

  Login.Result change(String current, String password, String repeated, Visit visit) {
    SignedIn admin = SignedIn.of(visit).orElseThrow();
    Optional<String> problem = admins.passwordProblem(admin.name(), password);
    if (problem.isPresent()) {
      return new Login.Result(REFUSED, "password", problem.get());
    }
    if (!password.equals(repeated)) {
      return new Login.Result(REFUSED, "repeated", "admin.password.differs");
    }
    Optional<Login.Result> wrong = currentPassword.problem(admin, current, visit);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    admins.changePassword(admin, password, visit);
    return new Login.Result(303, "", "");
  }
}
