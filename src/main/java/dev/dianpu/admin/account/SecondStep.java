package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.Confirmations;
import dev.dianpu.admin.factor.Devices;
import dev.dianpu.admin.factor.LoginNotice;
import dev.dianpu.admin.factor.LoginSteps;
import dev.dianpu.admin.factor.SecondFactor;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.CodeAnswer;
import dev.dianpu.spi.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/**
 * What comes after the right password: the session, or first a second step. Its tries are counted for the account from
 * anywhere, since whoever gets here knows the password: from another address each would else be a first one.
 */
@ApplicationScoped
class SecondStep {

  /** Of the result that leads to the second step's page. */
  static final String STEP = "step";
  /** Of the result that leads back to the login. */
  static final String OVER = "over";

  private static final String ANYWHERE = "anywhere";

  @Inject AdminRepository accounts;
  @Inject AdminSessions sessions;
  @Inject LoginTries tries;
  @Inject LoginSteps steps;
  @Inject SecondFactor factor;
  @Inject Devices devices;
  @Inject Confirmations confirmations;
  @Inject LoginNotice notice;
  @Inject Failures failures;

  /** Logs in, or begins the second step. */
  Login.Result begin(AdminRepository.Account account, Visit visit) {
    if (factor.needed(account.id(), devices.standing(account.id(), visit))) {
      steps.begin(account.id(), visit);
      return new Login.Result(303, STEP, "");
    }
    logIn(account, false, visit);
    return new Login.Result(303, "", "");
  }

  /** The login of this browser that waits for its second step. */
  Optional<LoginSteps.Step> waiting(Visit visit) {
    return steps.of(visit);
  }

  /** Sends a code; empty where there is nothing to send it to. */
  Optional<CodeAnswer> send(LoginSteps.Step step, Visit visit) {
    return factor.send(asked(step, visit));
  }

  /** Compares a code and logs in. */
  Login.Result enter(String code, boolean trust, Visit visit) {
    Optional<LoginSteps.Step> step = steps.of(visit);
    Optional<AdminRepository.Account> account = step.flatMap(known -> accounts.find(known.admin()));
    if (account.isEmpty()) {
      return new Login.Result(303, OVER, "");
    }
    String subject = "second step of admin " + account.get().id();
    Duration wait = tries.take(subject, ANYWHERE);
    if (!wait.isZero()) {
      return new Login.Result(429, "code", "admin.login.wait", wait.toSeconds());
    }
    if (!steps.take(step.get())) {
      return new Login.Result(303, OVER, "");
    }
    if (!factor.passes(asked(step.get(), visit), code)) {
      failures.note(account.get().name());
      return new Login.Result(422, "code", "admin.step.wrong");
    }
    tries.forget(subject, ANYWHERE);
    if (!steps.end(step.get(), visit)) {
      return new Login.Result(303, OVER, "");
    }
    logIn(account.get(), trust, visit);
    confirmations.note(SignedIn.of(visit).orElseThrow().session());
    return new Login.Result(303, "", "");
  }

  private void logIn(AdminRepository.Account account, boolean trust, Visit visit) {
    boolean unknown = devices.standing(account.id(), visit) == Devices.Standing.NEW;
    sessions.begin(account, visit);
    devices.loggedIn(account.id(), trust, visit);
    if (unknown) {
      notice.newDevice(account.id(), account.name(), visit);
    }
  }

  private static SecondFactor.Asked asked(LoginSteps.Step step, Visit visit) {
    return new SecondFactor.Asked(step.admin(), step.id(), Purpose.ADMIN_LOGIN, visit.address(), visit.locale());
  }

  /** Wrong second steps, in the admin's log: somebody knows the password. The growing wait keeps them few. */
  @ApplicationScoped
  static class Failures {

    @Inject AdminLog log;

    @Transactional
    void note(String name) {
      log.record("admin.log.step-failed", name, "", "");
    }
  }
}
