package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.Confirmations;
import dev.dianpu.admin.factor.FactorBook;
import dev.dianpu.admin.factor.Factors;
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
 * 操作保护: before a sensitive operation the admin proves to be there, by a code, or by the password where nothing else is
 * on file. It lasts some minutes, and cannot be switched off.
 */
@ApplicationScoped
public class Confirmed {

  private static final String ANYWHERE = "anywhere";

  @Inject Confirmations confirmations;
  @Inject FactorBook book;
  @Inject SecondFactor factor;
  @Inject CurrentPassword currentPassword;
  @Inject LoginTries tries;
  @Inject Journal journal;

  /** Whether the admin of this visit proved it lately; if not, {@code /admin/confirm} asks. */
  public boolean fresh(Visit visit) {
    return SignedIn.of(visit).map(admin -> confirmations.fresh(admin.session())).orElse(false);
  }

  /**
   * Whether to ask, before something that asks for the password itself: only whoever has more on file than that, or an
   * open browser and the password would be enough to change it.
   */
  boolean missing(Visit visit) {
    return !fresh(visit) && byCode(book.of(SignedIn.of(visit).orElseThrow().admin()));
  }

  /** Whether a code is asked for, rather than the password. */
  boolean byCode(Factors factors) {
    return factors.second() || !factor.contacts(factors, Purpose.CONFIRM).isEmpty();
  }

  Optional<CodeAnswer> send(Visit visit) {
    return factor.send(asked(visit));
  }

  /** Compares what was typed, a code or the password; what is wrong with it, or nothing. */
  Optional<Login.Result> enter(String typed, Visit visit) {
    SignedIn admin = SignedIn.of(visit).orElseThrow();
    Optional<Login.Result> wrong = byCode(book.of(admin.admin())) ? wrongCode(admin, typed, visit)
        : currentPassword.problem(admin, typed, visit);
    if (wrong.isEmpty()) {
      confirmations.note(admin.session());
      journal.note();
    }
    return wrong;
  }

  private Optional<Login.Result> wrongCode(SignedIn admin, String typed, Visit visit) {
    String subject = "confirmation of admin " + admin.admin();
    Duration wait = tries.take(subject, ANYWHERE);
    if (!wait.isZero()) {
      return Optional.of(new Login.Result(429, "code", "admin.login.wait", wait.toSeconds()));
    }
    if (!factor.passes(asked(visit), typed)) {
      return Optional.of(new Login.Result(422, "code", "admin.step.wrong"));
    }
    tries.forget(subject, ANYWHERE);
    return Optional.empty();
  }

  private static SecondFactor.Asked asked(Visit visit) {
    SignedIn admin = SignedIn.of(visit).orElseThrow();
    return new SecondFactor.Asked(
        admin.admin(), admin.session(), Purpose.CONFIRM, visit.address(), visit.locale());
  }

  /** Who confirmed, in the admin's log. */
  @ApplicationScoped
  static class Journal {

    @Inject AdminLog log;

    @Transactional
    void note() {
      log.record("admin.log.confirmed", "", "", "");
    }
  }
}
