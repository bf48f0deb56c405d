package dev.dianpu.admin.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class AdminSessionRepository {

  @PersistenceContext EntityManager em;

  @SuppressWarnings("unchecked")
  Optional<SignedIn> find(byte[] tokenHash, Instant createdAfter, Instant seenAfter) {
    List<Object[]> rows = em.createNativeQuery("select s.id, s.admin_id, a.name, s.notice from admin_session s"
            + " join admin a on a.id = s.admin_id where s.token_hash = ?1 and s.created_at > ?2 and s.seen_at > ?3")
        .setParameter(1, tokenHash).setParameter(2, createdAfter).setParameter(3, seenAfter).getResultList();
    return rows.stream().findFirst().map(row -> new SignedIn(((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(), (String) row[2], (String) row[3]));
  }

  /** The number of the new session. */
  long insert(byte[] tokenHash, long admin, Instant now) {
    em.createNativeQuery("insert into admin_session (token_hash, admin_id, created_at, seen_at)"
            + " values (?1, ?2, ?3, ?3)")
        .setParameter(1, tokenHash).setParameter(2, admin).setParameter(3, now).executeUpdate();
    return ((Number) em.createNativeQuery("select last_insert_id()").getSingleResult()).longValue();
  }

  /** Notes that the session is in use; at most one write per minute, given as {@code unlessAfter}. */
  void seen(long session, Instant now, Instant unlessAfter) {
    em.createNativeQuery("update admin_session set seen_at = ?1 where id = ?2 and seen_at < ?3")
        .setParameter(1, now).setParameter(2, session).setParameter(3, unlessAfter).executeUpdate();
  }

  void notice(long session, String notice) {
    em.createNativeQuery("update admin_session set notice = ?1 where id = ?2")
        .setParameter(1, notice).setParameter(2, session).executeUpdate();
  }

  void renew(long session, byte[] tokenHash) {
    em.createNativeQuery("update admin_session set token_hash = ?1 where id = ?2")
        .setParameter(1, tokenHash).setParameter(2, session).executeUpdate();
  }

  void delete(byte[] tokenHash) {
    em.createNativeQuery("delete from admin_session where token_hash = ?1").setParameter(1, tokenHash).executeUpdate();
  }

  void deleteOthers(long admin, long session) {
    em.createNativeQuery("delete from admin_session where admin_id = ?1 and id <> ?2")
        .setParameter(1, admin).setParameter(2, session).executeUpdate();
  }

  int deleteOld(Instant createdBefore, int most) {
    return em.createNativeQuery("delete from admin_session where created_at < ?1 limit " + most)
        .setParameter(1, createdBefore).executeUpdate();
  }
}
