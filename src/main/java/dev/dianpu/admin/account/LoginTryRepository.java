package dev.dianpu.admin.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

@ApplicationScoped
class LoginTryRepository {

  @PersistenceContext EntityManager em;

  /** Wrong tries of one source. */
  record Tries(int failures, Instant waitUntil) {}

  Optional<Tries> find(byte[] source, Instant after) {
    return first("select failures, wait_until from admin_login_try where source = ?1 and last_at > ?2", source, after);
  }

  /** The row, held until the transaction ends; made if there is none, begun anew if the last try is long ago. */
  Tries hold(byte[] source, Instant now, Instant after) {
    em.createNativeQuery("insert into admin_login_try (source, failures, last_at, wait_until) values (?1, 0, ?2, ?2)"
            + " on duplicate key update failures = if(last_at < ?3, 0, failures)")
        .setParameter(1, source).setParameter(2, now).setParameter(3, after).executeUpdate();
    return first("select failures, wait_until from admin_login_try where source = ?1 and last_at > ?2 for update",
        source, Instant.EPOCH).orElseThrow();
  }

  void count(byte[] source, Instant now, Instant waitUntil) {
    em.createNativeQuery("update admin_login_try set failures = failures + 1, last_at = ?2, wait_until = ?3"
            + " where source = ?1")
        .setParameter(1, source).setParameter(2, now).setParameter(3, waitUntil).executeUpdate();
  }

  void delete(byte[] source) {
    em.createNativeQuery("delete from admin_login_try where source = ?1").setParameter(1, source).executeUpdate();
  }

  int deleteOld(Instant before, int most) {
    return em.createNativeQuery("delete from admin_login_try where last_at < ?1 limit " + most)
        .setParameter(1, before).executeUpdate();
  }

  @SuppressWarnings("unchecked")
  private Optional<Tries> first(String sql, byte[] source, Instant after) {
    List<Object[]> rows = em.createNativeQuery(sql).unwrap(NativeQuery.class)
        .addScalar("failures", StandardBasicTypes.INTEGER).addScalar("wait_until", StandardBasicTypes.INSTANT)
        .setParameter(1, source).setParameter(2, after).getResultList();
    return rows.stream().findFirst().map(row -> new Tries((Integer) row[0], (Instant) row[1]));
  }
}
