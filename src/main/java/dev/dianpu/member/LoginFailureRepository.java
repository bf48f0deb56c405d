package dev.dianpu.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class LoginFailureRepository {

  @PersistenceContext EntityManager em;

  record Failures(int failures, Instant lastAt) {}

  Failures find(byte[] subject, Instant since) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows = em.createNativeQuery(
            "select failures, last_at from login_failure where subject = ?1 and last_at > ?2")
        .setParameter(1, subject).setParameter(2, since).getResultList();
    return rows.stream().findFirst()
        .map(row -> new Failures(((Number) row[0]).intValue(),
            ((java.sql.Timestamp) row[1]).toInstant()))
        .orElse(new Failures(0, Instant.EPOCH));
  }

  void add(byte[] subject, Instant now, Instant forgottenBefore) {
    em.createNativeQuery("insert into login_failure (subject, failures, last_at) values (?1, 1, ?2)"
            + " on duplicate key update failures = if(last_at < ?3, 1, failures + 1), last_at = ?2")
        .setParameter(1, subject).setParameter(2, now).setParameter(3, forgottenBefore).executeUpdate();
  }

  void delete(byte[] subject) {
    em.createNativeQuery("delete from login_failure where subject = ?1").setParameter(1, subject).executeUpdate();
  }

  int deleteOld(Instant before, int most) {
    return em.createNativeQuery("delete from login_failure where last_at < ?1 order by last_at limit " + most)
        .setParameter(1, before).executeUpdate();
  }
}
