package dev.dianpu.member;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Expiring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Wrong logins, counted per name and per address. After five in a row a name waits, longer each time up to 15 minutes; it
 * is never locked out for good, since then anybody could lock anybody out.
 */
@ApplicationScoped
class LoginFailures implements Expiring {

  private static final int FREE = 5;
  private static final int FREE_OF_ADDRESS = 50;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final String USE = "login-failure";

  @Inject LoginFailureRepository repository;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** Wrong logins of this name since the last right one. */
  @Transactional
  int count(String login) {
    return repository.find(name(login), clock.instant().minus(FORGOTTEN_AFTER)).failures();
  }

  /** How long this name or this address has to wait before the next try; zero when it need not. */
  @Transactional
  Duration wait(String login, String address) {
    Instant now = clock.instant();
    Duration ofName = left(repository.find(name(login), now.minus(FORGOTTEN_AFTER)), FREE, now);
    Duration ofAddress = left(repository.find(address(address), now.minus(FORGOTTEN_AFTER)), FREE_OF_ADDRESS, now);
    return ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
  }

  private static Duration left(LoginFailureRepository.Failures failures, int free, Instant now) {
    if (failures.failures() < free) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures.failures() - free, 10));
    Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    Duration left = Duration.between(now, failures.lastAt().plus(bounded));
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Transactional
  void wrong(String login, String address) {
    Instant now = clock.instant();
    repository.add(name(login), now, now.minus(FORGOTTEN_AFTER));
    repository.add(address(address), now, now.minus(FORGOTTEN_AFTER));
  }

  @Transactional
  void right(String login) {
    repository.delete(name(login));
  }

  @Override
  @Transactional
  public int deleteExpired(Instant now, int most) {
    return repository.deleteOld(now.minus(FORGOTTEN_AFTER), most);
  }

  private byte[] name(String login) {
    return box.digest(USE, "name:" + login.strip().toLowerCase(Locale.ROOT));
  }

  private byte[] address(String address) {
    return box.digest(USE, "address:" + address);
  }
}
