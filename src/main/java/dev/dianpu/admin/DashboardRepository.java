package dev.dianpu.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what happened since a moment, along the indexes that begin with the time or the state. */
@ApplicationScoped
@Transactional
class DashboardRepository {

  @PersistenceContext EntityManager em;

  long members(Instant since) {
    return ((Number) em.createNativeQuery("select count(*) from member where registered_at >= ?1")
        .setParameter(1, since).getSingleResult()).longValue();
  }

  /** Tries to send an SMS, by their state. */
  @SuppressWarnings("unchecked")
  Map<String, Long> attempts(Instant since) {
    List<Object[]> rows = em.createNativeQuery(
            "select state, count(*) from sms_attempt where started_at >= ?1 group by state")
        .setParameter(1, since).getResultList();
    return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }

  /** Codes issued, and those of them that were proved or used. */
  long[] verifications(Instant since) {
    Object[] row = (Object[]) em.createNativeQuery(
            "select count(*), count(proved_at) from verification where created_at >= ?1")
        .setParameter(1, since).getSingleResult();
    return new long[] {((Number) row[0]).longValue(), ((Number) row[1]).longValue()};
  }

  /** The database's own name of its version. */
  String version() {
    return (String) em.createNativeQuery("select version()", String.class).getSingleResult();
  }
}
