package dev.dianpu.member;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Expiring;
import dev.dianpu.member.LoginFailureRepository.Failures;
import dev.dianpu.platform.web.Networks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Wrong logins, counted per account, per address (IPv6: /64) and per both together. Those of an account, from wherever
 * they come, make a captcha due and nothing worse, since else anybody could lock anybody out. Those of one account from
 * one address make that address wait. Those of an address, whatever the accounts, make a captcha due and then a wait, so
 * that one password cannot be tried on a thousand accounts.
 */
@ApplicationScoped
class LoginFailures implements Expiring {

  /** More than a person mistypes before asking for help. */
  static final int FREE = 5;
  /** More than a household or a small office mistypes in a quarter of an hour. */
  static final int FREE_OF_ADDRESS = 20;
  /** As many again with a solved captcha each, since a whole company can share an address. */
  static final int PATIENCE_WITH_ADDRESS = 40;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  /** Short, for the innocent who share the address; one guess a minute is worth nothing to a guesser. */
  private static final Duration LONGEST_WAIT_OF_ADDRESS = Duration.ofMinutes(1);
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 10;
  private static final String USE = "login-failure";

  @Inject LoginFailureRepository repository;
  @Inject SecretBox box;
  @Inject Clock clock;

  /**
   * Wrong logins of this account since the last right one, from anywhere.
   *
   * @param who what {@link Members#counted} made of the typed name
   */
  @Transactional
  int count(String who) {
    return repository.find(account(who), clock.instant().minus(FORGOTTEN_AFTER)).failures();
  }

  /** Whether so much went wrong with this account, or at this address, that a captcha is due whatever the owner chose. */
  @Transactional
  boolean suspicious(String who, String address) {
    return count(who) >= FREE || suspicious(address);
  }

  /** The same of an address alone. */
  @Transactional
  boolean suspicious(String address) {
    return ofAddress(address, clock.instant()).failures() >= FREE_OF_ADDRESS;
  }

  /** How long this account has to wait at this address before the next try; zero when it need not. */
  @Transactional
  Duration wait(String who, String address) {
    Instant now = clock.instant();
    return left(repository.find(pair(who, address), now.minus(FORGOTTEN_AFTER)), ofAddress(address, now), now);
  }

  /**
   * Counts a try before its password is compared, so that many at once are no way around the wait; {@link #right} takes
   * it back.
   *
   * @return how long to wait instead; zero when the password may be compared
   */
  @Transactional
  Duration take(String who, String address) {
    Instant now = clock.instant();
    Instant forgotten = now.minus(FORGOTTEN_AFTER);
    // Always in this order, which keeps two transactions from waiting in a circle.
    Failures both = repository.hold(pair(who, address), now, forgotten);
    repository.hold(account(who), now, forgotten);
    repository.hold(address(address, now), now, forgotten);
    Duration left = left(both, ofAddress(address, now), now);
    if (left.isZero()) {
      repository.count(pair(who, address), now);
      repository.count(account(who), now);
      repository.count(address(address, now), now);
    }
    return left;
  }

  /** The password of the last {@link #take} was right: this account begins anew, the address gets that one try back. */
  @Transactional
  void right(String who, String address) {
    repository.delete(pair(who, address));
    repository.delete(account(who));
    repository.takeBack(address(address, clock.instant()));
  }

  @Override
  @Transactional
  public int deleteExpired(Instant now, int most) {
    return repository.deleteOld(now.minus(FORGOTTEN_AFTER), most);
  }

  private static Duration left(Failures both, Failures ofAddress, Instant now) {
    Duration ofBoth = left(both, FREE, LONGEST_WAIT, now);
    Duration ofOthers = left(ofAddress, PATIENCE_WITH_ADDRESS, LONGEST_WAIT_OF_ADDRESS, now);
    return ofBoth.compareTo(ofOthers) > 0 ? ofBoth : ofOthers;
  }

  private static Duration left(Failures failures, int free, Duration longest, Instant now) {
    if (failures.failures() < free) {
      return Duration.ZERO;
    }
    Duration due = shorter(FIRST_WAIT.multipliedBy(1L << Math.min(failures.failures() - free, MOST_DOUBLINGS)), longest);
    // Never longer than due, even if the server's clock was set back since.
    Duration left = shorter(Duration.between(now, failures.lastAt().plus(due)), due);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** In this quarter of an hour and the one before, so that waiting for the next one gives nothing away. */
  private Failures ofAddress(String address, Instant now) {
    Instant forgotten = now.minus(FORGOTTEN_AFTER);
    Failures current = repository.find(address(address, now), forgotten);
    Failures earlier = repository.find(address(address, now.minus(WINDOW)), forgotten);
    Instant last = current.lastAt().isAfter(earlier.lastAt()) ? current.lastAt() : earlier.lastAt();
    return new Failures(current.failures() + earlier.failures(), last);
  }

  private byte[] pair(String who, String address) {
    return box.digest(USE, "both\n" + who + "\n" + Networks.of(address).address());
  }

  private byte[] account(String who) {
    return box.digest(USE, "account\n" + who);
  }

  private byte[] address(String address, Instant at) {
    return box.digest(USE,
        "address\n" + Networks.of(address).address() + "\n" + at.getEpochSecond() / WINDOW.toSeconds());
  }
}
