package dev.dianpu.admin.account;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.text.Spelling;
import dev.dianpu.platform.web.Networks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Puts failed logins into the admin's log, so that the owner sees that somebody guesses. A flood must not bury what else
 * stands there: one row per address (IPv6: /64) and minute, and so many an hour in all, the last of which says that
 * there were more.
 */
@ApplicationScoped
class FailedLogins {

  static final int MOST_AN_HOUR = 60;

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration MEMORY = Duration.ofDays(1);
  /** Longer than any name may be; enough to see what was meant. */
  private static final int SHOWN = 60;

  @Inject LoginTryRepository repository;
  @Inject SecretBox box;
  @Inject AdminLog log;
  @Inject Clock clock;

  /**
   * Notes a wrong try.
   *
   * @param typed the name as typed
   * @param failures how many wrong tries this name or this address has behind it
   */
  @Transactional
  void note(String typed, int failures, String address) {
    // As the database keeps it: a finer time may come back later than it was, as if a wait had begun.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    byte[] ofAddress = source("address\n" + Networks.of(address).address());
    if (repository.hold(ofAddress, now, now.minus(MEMORY)).waitUntil().isAfter(now)) {
      return;
    }
    repository.count(ofAddress, now, now.plus(EVERY));
    byte[] ofHour = source("hour\n" + now.getEpochSecond() / Duration.ofHours(1).toSeconds());
    int rows = repository.hold(ofHour, now, now.minus(MEMORY)).failures();
    if (rows >= MOST_AN_HOUR) {
      return;
    }
    repository.count(ofHour, now, now);
    String subject = Spelling.visible(typed, SHOWN).strip() + " \u00d7" + failures;
    log.record(rows + 1 < MOST_AN_HOUR ? "admin.log.login-failed" : "admin.log.login-failed-more", subject, "", "");
  }

  private byte[] source(String what) {
    return box.digest("admin-login", "logged " + what);
  }
}
