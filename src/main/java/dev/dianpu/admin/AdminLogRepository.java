package dev.dianpu.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

@ApplicationScoped
class AdminLogRepository {

  @PersistenceContext EntityManager em;

  void insert(Instant at, String admin, String address, String action, String subject, String before, String after) {
    em.createNativeQuery("insert into admin_log (at, admin_name, address, action, subject, old_value, new_value)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, at).setParameter(2, admin).setParameter(3, address).setParameter(4, action)
        .setParameter(5, subject).setParameter(6, before).setParameter(7, after).executeUpdate();
  }
}
