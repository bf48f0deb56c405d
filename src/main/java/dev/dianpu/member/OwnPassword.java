package dev.dianpu.member;

import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a member who is logged in for the password once more, before something changes by which the account could be taken
 * over. Wrong ones make wait as at the login: whoever sits down at an open browser must not be able to guess it.
 */
@ApplicationScoped
public class OwnPassword {

  @Inject Members members;
  @Inject LoginFailures failures;
  @Inject PasswordHasher hasher;

  /**
   * That a password is not the member's.
   *
   * @param retryAfter how long to wait before the next one is looked at; zero when this one was, and is wrong
   */
  public record Wrong(Duration retryAfter) {}

  /** What is wrong with a typed password; empty if it is the member's. */
  public Optional<Wrong> problem(long memberId, String password, Visit visit) {
    Login.Answer answer = check(memberId, password, visit);
    return answer.result() == Login.Result.LOGGED_IN ? Optional.empty() : Optional.of(new Wrong(answer.retryAfter()));
  }

  Login.Answer check(long memberId, String password, Visit visit) {
    String who = "password of member " + memberId;
    Duration wait = failures.take(who, visit.address());
    if (!wait.isZero()) {
      return new Login.Answer(Login.Result.WAIT, wait);
    }
    if (!hasher.matches(password, members.passwordHash(memberId).orElse(""))) {
      return Login.Answer.of(Login.Result.WRONG);
    }
    failures.right(who, visit.address());
    return Login.Answer.of(Login.Result.LOGGED_IN);
  }
}
