package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.Devices;
import dev.dianpu.admin.factor.LoginSteps;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.text.Spelling;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The accounts of the shop's owners. */
@ApplicationScoped
public class Admins {

  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,29}";

  /** As the database keeps it; more is no name. */
  private static final int LONGEST_NAME = 60;

  @Inject AdminRepository repository;
  @Inject AccountChanges changes;
  @Inject AdminSessions sessions;
  @Inject PasswordHasher hasher;

  /** What is wrong with a name, as the key of a text; empty if it may be used. */
  public Optional<String> nameProblem(String name) {
    return Spelling.stored(name).matches(NAME) ? Optional.empty() : Optional.of("admin.problem.name");
  }

  /** What is wrong with a password for this name, as the key of a text; empty if it may be used. */
  public Optional<String> passwordProblem(String name, String password) {
    return PasswordRules.broken(name, password).map(rule -> "admin.problem.password-" + rule);
  }

  /**
   * Makes an account.
   *
   * @param name 2 to 30 letters, digits, dots, hyphens, underscores; stored as NFKC
   * @param password 12 to 128 characters, neither the name nor a common one
   * @throws IllegalArgumentException when {@link #nameProblem} or {@link #passwordProblem} has something to say
   * @throws IllegalStateException when there is an account of this name, whatever its case
   */
  public void create(String name, String password) {
    nameProblem(name).or(() -> passwordProblem(name, password)).ifPresent(problem -> {
      throw new IllegalArgumentException(problem);
    });
    changes.insert(Spelling.stored(name), hasher.hash(password));
  }

  /** The account that name and password belong to; takes as long for an unknown name as for a wrong password. */
  Optional<AdminRepository.Account> check(String name, String password) {
    Optional<AdminRepository.Account> account = find(name);
    if (account.isEmpty()) {
      hasher.pretend(password);
      return Optional.empty();
    }
    return account.filter(known -> hasher.matches(password, known.passwordHash()));
  }

  /**
   * Under what tries with this name are counted: the account that it leads to, however it was spelled; else the form that
   * all its spellings share.
   */
  String counted(String name) {
    return find(name).map(account -> "admin " + account.id())
        .orElseGet(() -> "name " + Spelling.folded(name.substring(0, Math.min(name.length(), LONGEST_NAME))));
  }

  /** The database compares more generously than we fold; what only it takes for the same name is another name. */
  private Optional<AdminRepository.Account> find(String name) {
    return name.length() > LONGEST_NAME ? Optional.empty() : repository.find(Spelling.stored(name))
        .filter(account -> Spelling.folded(account.name()).equals(Spelling.folded(name)));
  }

  /**
   * Gives an account another password, which {@link #passwordProblem} was asked about before. This browser goes on under
   * a new token, since the old one may be known to whoever knew the old password.
   */
  void changePassword(SignedIn admin, String password, Visit visit) {
    sessions.hand(changes.password(admin, hasher.hash(password)), visit);
  }

  /** The writes, each in one transaction with the log; hashing is done before. */
  @ApplicationScoped
  static class AccountChanges {

    @Inject AdminRepository repository;
    @Inject AdminSessions sessions;
    @Inject LoginSteps steps;
    @Inject Devices devices;
    @Inject AdminLog log;
    @Inject Clock clock;

    @Transactional
    void insert(String name, String hash) {
      if (!repository.insert(name, hash, clock.instant())) {
        throw new IllegalStateException("There is an admin named " + name + " already.");
      }
      log.record("admin.log.admin-created", name, "", "");
    }

    @Transactional
    String password(SignedIn admin, String hash) {
      repository.changePassword(admin.admin(), hash, clock.instant());
      sessions.endOthers(admin);
      steps.endAll(admin.admin());
      devices.trustNone(admin.admin(), clock.instant());
      log.record("admin.log.password-changed", admin.name(), "", "");
      return sessions.renew(admin);
    }
  }
}
