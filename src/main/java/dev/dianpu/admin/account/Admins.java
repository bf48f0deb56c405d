package dev.dianpu.admin.account;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.PasswordHasher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The accounts of the shop's owners. */
@ApplicationScoped
public class Admins {

  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,29}";

  @Inject AdminRepository repository;
  @Inject AccountChanges changes;
  @Inject PasswordHasher hasher;

  /** What is wrong with a name, as the key of a text; empty if it may be used. */
  public Optional<String> nameProblem(String name) {
    return name.matches(NAME) ? Optional.empty() : Optional.of("admin.problem.name");
  }

  /** What is wrong with a password for this name, as the key of a text; empty if it may be used. */
  public Optional<String> passwordProblem(String name, String password) {
    return PasswordRules.broken(name, password).map(rule -> "admin.problem.password-" + rule);
  }

  /**
   * Makes an account.
   *
   * @param name 2 to 30 letters, digits, dots, hyphens, underscores
   * @param password 12 to 128 characters, neither the name nor a common one
   * @throws IllegalArgumentException when {@link #nameProblem} or {@link #passwordProblem} has something to say
   * @throws IllegalStateException when there is an account of this name, whatever its case
   */
  public void create(String name, String password) {
    nameProblem(name).or(() -> passwordProblem(name, password)).ifPresent(problem -> {
      throw new IllegalArgumentException(problem);
    });
    changes.insert(name, hasher.hash(password));
  }

  /** The account that name and password belong to; takes as long for an unknown name as for a wrong password. */
  Optional<AdminRepository.Account> check(String name, String password) {
    Optional<AdminRepository.Account> account = repository.find(name.strip());
    if (account.isEmpty()) {
      hasher.pretend(password);
      return Optional.empty();
    }
    return account.filter(known -> hasher.matches(password, known.passwordHash()));
  }

  /** Gives an account another password, which {@link #passwordProblem} was asked about before. */
  void changePassword(SignedIn admin, String password) {
    changes.password(admin, hasher.hash(password));
  }

  /** The writes, each in one transaction with the log; hashing is done before. */
  @ApplicationScoped
  static class AccountChanges {

    @Inject AdminRepository repository;
    @Inject AdminSessions sessions;
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
    void password(SignedIn admin, String hash) {
      repository.changePassword(admin.admin(), hash, clock.instant());
      sessions.endOthers(admin);
      log.record("admin.log.password-changed", admin.name(), "", "");
    }
  }
}
