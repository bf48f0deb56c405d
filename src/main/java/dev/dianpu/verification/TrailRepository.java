package dev.dianpu.verification;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.verification.VerificationTrail.Send;
import dev.dianpu.verification.VerificationTrail.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The steps of verifications: written with what they tell of, read for one page. */
@ApplicationScoped
@Transactional
class TrailRepository {

  /** A code was asked for. */
  static final String ASKED = "ASKED";
  static final String INSERT = "insert into verification_step (verification_id, step, detail, at) values (?, ?, ?, ?)";

  private static final int FEW = 10;

  @PersistenceContext EntityManager em;

  void add(long verification, String step, String detail, Instant now) {
    em.createNativeQuery(INSERT)
        .setParameter(1, verification).setParameter(2, step).setParameter(3, detail).setParameter(4, now)
        .executeUpdate();
  }

  /** The newest verifications of a phone that began in a time. */
  List<Verification> of(byte[] phone, Instant from, Instant until) {
    return em.createQuery("select v from Verification v where v.phoneDigest = :phone and v.createdAt >= :from"
            + " and v.createdAt <= :until order by v.createdAt desc, v.id desc", Verification.class)
        .setParameter("phone", phone).setParameter("from", from).setParameter("until", until).setMaxResults(FEW)
        .getResultList();
  }

  /** The sends before the newest one, oldest first. */
  List<Send> earlierSends(long verification) {
    List<?> rows = em.createNativeQuery("select sent_at, reservation_id, outcome, channel"
        + " from verification_earlier_send where verification_id = ?1 order by id").setParameter(1, verification)
        .getResultList();
    return rows.stream().map(Object[].class::cast).map(row -> new Send(
        Sql.instant(row[0]), ((Number) row[1]).longValue(), (String) row[2], (String) row[3])).toList();
  }

  List<Step> steps(long verification) {
    List<?> rows = em.createNativeQuery("select at, step, detail from verification_step where verification_id = ?1"
        + " order by id").setParameter(1, verification).getResultList();
    return rows.stream().map(Object[].class::cast)
        .map(row -> new Step(Sql.instant(row[0]), (String) row[1], (String) row[2])).toList();
  }
}
