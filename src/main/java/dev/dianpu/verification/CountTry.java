package dev.dianpu.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts a try before it is compared, in a transaction of its own: whatever becomes of the comparison or of the caller,
 * the try is spent, and of many tries at once no more than allowed get through.
 */
@ApplicationScoped
class CountTry {

  private static final int PER_CODE = 5;
  static final int PER_DAY = 15;
  private static final Duration DAY = Duration.ofDays(1);

  @Inject VerificationRepository repository;
  @Inject TrailRepository trail;
  @Inject Clock clock;

  /**
   * What is left.
   *
   * @param granted whether this try may be compared
   * @param left how many may be compared after this one
   * @param today whether it is the day's tries that are used up
   */
  record Count(boolean granted, int left, boolean today) {}

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Count count(long id, int triedBefore, byte[] owner) {
    Instant now = clock.instant();
    if (!repository.takeTry(id, PER_CODE, now)) {
      return new Count(false, 0, false);
    }
    trail.add(id, "TRIED", "", now);
    int today = repository.countTry(owner, PER_DAY, now, now.plus(DAY));
    int left = Math.max(0, Math.min(PER_CODE - triedBefore - 1, PER_DAY - today));
    return new Count(today <= PER_DAY, left, today >= PER_DAY);
  }
}
