package dev.dianpu.sms;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BalanceRepository implements Expiring {

  private static final Duration KEPT = Duration.ofDays(100);

  @PersistenceContext EntityManager em;

  /** Keeps a balance; the newest of a minute wins. */
  void keep(String channel, Instant minute, BigDecimal amount, Unit unit) {
    em.createNativeQuery("insert into sms_balance (channel, at, amount, unit) values (?1, ?2, ?3, ?4)"
            + " on duplicate key update amount = ?3, unit = ?4")
        .setParameter(1, channel).setParameter(2, minute).setParameter(3, amount).setParameter(4, unit.name())
        .executeUpdate();
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return em.createNativeQuery("delete from sms_balance where at < ?1 limit " + most)
        .setParameter(1, now.minus(KEPT)).executeUpdate();
  }
}
