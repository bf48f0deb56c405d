package dev.dianpu.sms.supply;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SupplyRepository implements Expiring {

  /** Longer than anything rests. */
  private static final Duration CLAIMS_KEPT = Duration.ofDays(30);

  @PersistenceContext EntityManager em;

  /** The last balance of each hour of each channel, the oldest first. */
  @SuppressWarnings("unchecked")
  List<BalancePoint> hourly(Instant from) {
    NativeQuery<Object[]> query = em.createNativeQuery("select b.channel, b.at, b.amount, b.unit from sms_balance b"
            + " join (select channel, max(at) at from sms_balance where at >= ?1"
            + " group by channel, date_format(at, '%Y%m%d%H')) last on last.channel = b.channel and last.at = b.at"
            + " order by b.channel, b.at")
        .setParameter(1, from).unwrap(NativeQuery.class)
        .addScalar("channel", StandardBasicTypes.STRING).addScalar("at", StandardBasicTypes.INSTANT)
        .addScalar("amount", StandardBasicTypes.BIG_DECIMAL).addScalar("unit", StandardBasicTypes.STRING);
    return query.getResultList().stream().map(row -> new BalancePoint((String) row[0], (Instant) row[1],
        (BigDecimal) row[2], Unit.valueOf((String) row[3]))).toList();
  }

  /** Whether this node is the one to do something that was not done by any for so long. */
  boolean claim(String what, Instant now, Duration rest) {
    return em.createNativeQuery("update sms_claim set at = ?2 where what = ?1 and at <= ?3")
            .setParameter(1, what).setParameter(2, now).setParameter(3, now.minus(rest)).executeUpdate() == 1
        || em.createNativeQuery("insert ignore into sms_claim (what, at) values (?1, ?2)")
            .setParameter(1, what).setParameter(2, now).executeUpdate() == 1;
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return em.createNativeQuery("delete from sms_claim where at < ?1 limit " + most)
        .setParameter(1, now.minus(CLAIMS_KEPT)).executeUpdate();
  }
}
