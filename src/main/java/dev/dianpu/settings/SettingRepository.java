package dev.dianpu.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class SettingRepository {

  @PersistenceContext EntityManager em;

  Map<String, String> all() {
    @SuppressWarnings("unchecked")
    List<Object[]> rows = em.createNativeQuery("select code, value from setting").getResultList();
    return rows.stream().collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (String) row[1]));
  }

  void save(String key, String value, Instant now) {
    em.createNativeQuery("insert into setting (code, value, changed_at) values (?1, ?2, ?3)"
            + " on duplicate key update value = values(value), changed_at = values(changed_at)")
        .setParameter(1, key).setParameter(2, value).setParameter(3, now).executeUpdate();
  }
}
