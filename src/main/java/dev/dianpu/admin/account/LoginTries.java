package dev.dianpu.admin.account;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.web.Networks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Slows guessing down without ever shutting the owner out. Wrong tries of an account ({@link Admins#counted}, whatever
 * the spelling), of an address (IPv6: /64) and of both together make the captcha due; those of both together also make the next try wait, longer each time. A stranger elsewhere
 * therefore costs the owner a captcha at most.
 */
@ApplicationScoped
class LoginTries implements Expiring {

  /** So many wrong tries are answered at once. */
  static final int FREE = 3;

  private static final Duration MEMORY = Duration.ofDays(1);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 8;

  @Inject LoginTryRepository repository;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** How many wrong tries this name, this address or both have behind them, whatever is most. */
  @Transactional
  int failures(String who, String address) {
    Instant after = clock.instant().minus(MEMORY);
    return sources(who, address).stream()
        .mapToInt(source -> repository.find(source, after).map(LoginTryRepository.Tries::failures).orElse(0))
        .max().orElse(0);
  }

  /** How long this name must wait at this address. */
  @Transactional
  Duration wait(String who, String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return repository.find(sources(who, address).get(0), now.minus(MEMORY))
        .map(tries -> left(now, tries)).orElse(Duration.ZERO);
  }

  /**
   * Counts a try before its password is compared, so that many at once are no way around the wait.
   *
   * @return how long to wait instead; zero when the password may be compared
   */
  @Transactional
  Duration take(String who, String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<byte[]> sources = sources(who, address);
    LoginTryRepository.Tries both = repository.hold(sources.get(0), now, now.minus(MEMORY));
    Duration left = left(now, both);
    if (!left.isZero()) {
      return left;
    }
    repository.count(sources.get(0), now, now.plus(waitAfter(both.failures() + 1)));
    for (byte[] source : sources.subList(1, sources.size())) {
      repository.hold(source, now, now.minus(MEMORY));
      repository.count(source, now, now);
    }
    return Duration.ZERO;
  }

  /** Forgets the tries of a name that logged in at an address. */
  @Transactional
  void forget(String who, String address) {
    sources(who, address).forEach(repository::delete);
  }

  @Override
  @Transactional
  public int deleteExpired(Instant now, int most) {
    return repository.deleteOld(now.minus(MEMORY), most);
  }

  /** The wait that a number of wrong tries makes due: none at first, then doubling up to a quarter of an hour. */
  static Duration waitAfter(int failures) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE - 1, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /**
   * Rounded up to whole seconds, so that waiting as long as told is enough; never more than the tries make due, even if
   * the server's clock was set back since.
   */
  private static Duration left(Instant now, LoginTryRepository.Tries tries) {
    if (!tries.waitUntil().isAfter(now)) {
      return Duration.ZERO;
    }
    Duration left = Duration.ofSeconds(Duration.between(now, tries.waitUntil()).plusMillis(999).toSeconds());
    Duration most = waitAfter(tries.failures());
    return left.compareTo(most) > 0 ? most : left;
  }

  /** Both first, then name and address, always in this order, which keeps two transactions from waiting in a circle. */
  private List<byte[]> sources(String who, String address) {
    String network = Networks.of(address).address();
    return List.of(box.digest("admin-login", "both\n" + who + "\n" + network),
        box.digest("admin-login", "name\n" + who), box.digest("admin-login", "address\n" + network));
  }
}
