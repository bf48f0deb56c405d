package dev.dianpu.platform.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class SessionRepository {

  @PersistenceContext EntityManager em;

  @SuppressWarnings("unchecked")
  Optional<Session> find(byte[] tokenHash, Instant now) {
    List<Object[]> rows = em.createNativeQuery(
            "select id, member_id from session where token_hash = ?1 and expires_at > ?2")
        .setParameter(1, tokenHash).setParameter(2, now).getResultList();
    return rows.stream().findFirst().map(row -> new Session(((Number) row[0]).longValue(),
        Optional.ofNullable((Number) row[1]).map(Number::longValue)));
  }

  long insert(byte[] tokenHash, Optional<Long> memberId, Instant createdAt, Instant expiresAt) {
    em.createNativeQuery("insert into session (token_hash, member_id, created_at, expires_at) values (?1, ?2, ?3, ?4)")
        .setParameter(1, tokenHash).setParameter(2, memberId.orElse(null)).setParameter(3, createdAt)
        .setParameter(4, expiresAt).executeUpdate();
    return ((Number) em.createNativeQuery("select last_insert_id()").getSingleResult()).longValue();
  }

  void delete(byte[] tokenHash) {
    em.createNativeQuery("delete from session where token_hash = ?1").setParameter(1, tokenHash).executeUpdate();
  }

  void deleteOf(long memberId) {
    em.createNativeQuery("delete from session where member_id = ?1").setParameter(1, memberId).executeUpdate();
  }

  int deleteExpired(Instant now, int most) {
    return em.createNativeQuery("delete from session where expires_at < ?1 order by expires_at limit " + most)
        .setParameter(1, now).executeUpdate();
  }
}
