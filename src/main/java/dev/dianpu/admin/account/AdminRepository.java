package dev.dianpu.admin.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class AdminRepository {

  @PersistenceContext EntityManager em;

  /** An account as the login needs it. */
  record Account(long id, String name, String passwordHash) {}

  @Transactional
  Optional<Account> find(String name) {
    return first("select id, name, password_hash from admin where name = ?1", name);
  }

  @Transactional
  Optional<Account> find(long id) {
    return first("select id, name, password_hash from admin where id = ?1", id);
  }

  @SuppressWarnings("unchecked")
  private Optional<Account> first(String sql, Object key) {
    List<Object[]> rows = em.createNativeQuery(sql).setParameter(1, key).getResultList();
    return rows.stream().findFirst()
        .map(row -> new Account(((Number) row[0]).longValue(), (String) row[1], (String) row[2]));
  }

  /** Whether it was written; false when the name is taken. */
  boolean insert(String name, String passwordHash, Instant now) {
    return em.createNativeQuery("insert ignore into admin (name, password_hash, created_at, password_at)"
            + " values (?1, ?2, ?3, ?3)")
        .setParameter(1, name).setParameter(2, passwordHash).setParameter(3, now).executeUpdate() == 1;
  }

  void changePassword(long id, String passwordHash, Instant now) {
    em.createNativeQuery("update admin set password_hash = ?1, password_at = ?2 where id = ?3")
        .setParameter(1, passwordHash).setParameter(2, now).setParameter(3, id).executeUpdate();
  }
}
