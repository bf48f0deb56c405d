package dev.dianpu.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class VersionRepository {

  @PersistenceContext EntityManager em;

  @Transactional
  Map<String, Long> all() {
    @SuppressWarnings("unchecked")
    List<Object[]> rows = em.createNativeQuery("select topic, version from change_version").getResultList();
    return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }

  void increment(String topic) {
    em.createNativeQuery("insert into change_version (topic, version) values (?1, 1)"
        + " on duplicate key update version = version + 1").setParameter(1, topic).executeUpdate();
  }
}
