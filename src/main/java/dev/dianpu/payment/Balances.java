package dev.dianpu.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

/** What members may pay with, because the shop owes it to them. */
@ApplicationScoped
public class Balances {

  @Inject BalanceRepository repository;
  @Inject Clock clock;

  /** What a member has, in yuan. */
  public BigDecimal of(long memberId) {
    return repository.amount(memberId);
  }

  /**
   * Changes a balance, in the caller's transaction; the row stays locked until it ends.
   *
   * @param amount yuan; negative to spend
   * @param reference with the reason unique for good: what was booked before is not booked again
   * @return whether it was booked now
   * @throws BalanceTooLow if less than nothing would be left
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean book(long memberId, BigDecimal amount, BalanceReason reason, String reference, String note) {
    BigDecimal before = repository.lock(memberId);
    if (repository.booked(reason, reference)) {
      return false;
    }
    BigDecimal after = before.add(amount);
    if (after.signum() < 0) {
      throw new BalanceTooLow();
    }
    repository.set(memberId, after);
    repository.add(memberId, new BalanceEntry(0, amount, after, reason, reference, note, clock.instant()));
    return true;
  }

  /**
   * The newest entries.
   *
   * @param before the id that entries must be below; {@link Long#MAX_VALUE} for the newest
   */
  public List<BalanceEntry> entries(long memberId, long before, int most) {
    return repository.entries(memberId, before, most);
  }
}
