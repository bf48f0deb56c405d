package dev.dianpu.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Counts a try before it is compared, in a transaction of its own: whatever becomes of the comparison or of the caller,
 * the try is spent, and of many tries at once no more than allowed get through. Rows are locked in one order: address,
 * code, phone.
 */
@ApplicationScoped
class CountTry {

  @Inject VerificationRepository repository;
  @Inject TrailRepository trail;
  @Inject TryCounts counts;
  @Inject TryLimits limits;
  @Inject Clock clock;

  /**
   * Who types, as digests.
   *
   * @param phone whose codes are tried
   * @param address from where
   */
  record Guesser(byte[] phone, byte[] address) {}

  /**
   * What is left.
   *
   * @param granted whether this try may be compared
   * @param left how many may be compared after this one
   * @param today whether it is the day's tries of the phone that are used up
   * @param stranger whether the address typed too many wrong codes; then the code's own tries are untouched
   */
  record Count(boolean granted, int left, boolean today, boolean stranger) {}

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Count count(Verification code, Guesser who) {
    Instant now = clock.instant();
    if (counts.count(who.address(), limits.address(), now) > limits.address().most()) {
      return new Count(false, 0, false, true);
    }
    if (!repository.takeTry(code.id, limits.code(), now)) {
      return new Count(false, 0, false, false);
    }
    trail.add(code.id, "TRIED", "", now);
    int most = limits.phone().most();
    int today = counts.count(who.phone(), limits.phone(), now);
    int left = Math.max(0, Math.min(limits.code() - code.tries - 1, most - today));
    return new Count(today <= most, left, today >= most, false);
  }
}
