package dev.dianpu.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

@ApplicationScoped
class LoginFailureRepository {

  @PersistenceContext EntityManager em;

  record Failures(int failures, Instant lastAt) {}

  Failures find(byte[] subject, Instant since) {
    return first("select failures, last_at from login_failure where subject = ?1 and last_at > ?2", subject, since);
  }

  /** The row, held until the transaction ends; made if there is none, begun anew if the last try is long ago. */
  Failures hold(byte[] subject, Instant now, Instant forgottenBefore) {
    em.createNativeQuery("insert into login_failure (subject, failures, last_at) values (?1, 0, ?2)"
            + " on duplicate key update failures = if(last_at < ?3, 0, failures)")
        .setParameter(1, subject).setParameter(2, now).setParameter(3, forgottenBefore).executeUpdate();
    return first("select failures, last_at from login_failure where subject = ?1 and last_at > ?2 for update",
        subject, Instant.EPOCH);
  }

  void count(byte[] subject, Instant now) {
    em.createNativeQuery("update login_failure set failures = failures + 1, last_at = ?2 where subject = ?1")
        .setParameter(1, subject).setParameter(2, now).executeUpdate();
  }

  void takeBack(byte[] subject) {
    em.createNativeQuery("update login_failure set failures = failures - 1 where subject = ?1 and failures > 0")
        .setParameter(1, subject).executeUpdate();
  }

  void delete(byte[] subject) {
    em.createNativeQuery("delete from login_failure where subject = ?1").setParameter(1, subject).executeUpdate();
  }

  int deleteOld(Instant before, int most) {
    return em.createNativeQuery("delete from login_failure where last_at < ?1 order by last_at limit " + most)
        .setParameter(1, before).executeUpdate();
  }

  @SuppressWarnings("unchecked")
  private Failures first(String sql, byte[] subject, Instant after) {
    List<Object[]> rows = em.createNativeQuery(sql).unwrap(NativeQuery.class)
        .addScalar("failures", StandardBasicTypes.INTEGER).addScalar("last_at", StandardBasicTypes.INSTANT)
        .setParameter(1, subject).setParameter(2, after).getResultList();
    return rows.stream().findFirst().map(row -> new Failures((Integer) row[0], (Instant) row[1]))
        .orElse(new Failures(0, Instant.EPOCH));
  }
}
