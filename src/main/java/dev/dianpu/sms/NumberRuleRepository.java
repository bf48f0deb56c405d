package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class NumberRuleRepository {

  private static final String COLUMNS = "select id, list, prefix, subject, phone_sealed from sms_number_rule";

  @PersistenceContext EntityManager em;

  /**
   * A row as it is kept.
   *
   * @param prefix empty for a whole number
   * @param subject digest of the number or of the prefix
   * @param sealed the number; empty for a prefix
   */
  record Row(long id, String list, String prefix, byte[] subject, String sealed) {}

  /** Adds a rule; false if it is there. */
  boolean add(Row row, Instant now) {
    List<?> same = em.createNativeQuery("select id from sms_number_rule where list = ?1 and subject = ?2")
        .setParameter(1, row.list()).setParameter(2, row.subject()).getResultList();
    if (!same.isEmpty()) {
      return false;
    }
    em.createNativeQuery("insert into sms_number_rule (list, prefix, subject, phone_sealed, created_at)"
            + " values (?1, ?2, ?3, ?4, ?5) on duplicate key update list = list")
        .setParameter(1, row.list()).setParameter(2, row.prefix()).setParameter(3, row.subject())
        .setParameter(4, row.sealed()).setParameter(5, now).executeUpdate();
    return true;
  }

  void remove(long id) {
    em.createNativeQuery("delete from sms_number_rule where id = ?1").setParameter(1, id).executeUpdate();
  }

  Optional<Row> find(long id) {
    return rows(em.createNativeQuery(COLUMNS + " where id = ?1").setParameter(1, id).getResultList()).stream()
        .findFirst();
  }

  /** All of them, prefixes first. */
  List<Row> all() {
    return rows(em.createNativeQuery(COLUMNS + " order by list, prefix = '', prefix, id").getResultList());
  }

  private static List<Row> rows(List<?> found) {
    return found.stream().map(Object[].class::cast).map(row -> new Row(((Number) row[0]).longValue(), (String) row[1],
        (String) row[2], (byte[]) row[3], (String) row[4])).toList();
  }
}
