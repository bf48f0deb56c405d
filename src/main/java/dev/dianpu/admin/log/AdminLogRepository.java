package dev.dianpu.admin.log;

import dev.dianpu.platform.database.NewestFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

@ApplicationScoped
class AdminLogRepository {

  private static final String COLUMNS =
      "select id, at, admin_name, address, action, subject, old_value, new_value from admin_log where id";

  @PersistenceContext EntityManager em;

  void insert(AdminLogEntry entry) {
    em.createNativeQuery("insert into admin_log (at, admin_name, address, action, subject, old_value, new_value)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, entry.at()).setParameter(2, entry.admin()).setParameter(3, entry.address())
        .setParameter(4, entry.action()).setParameter(5, entry.subject()).setParameter(6, entry.before())
        .setParameter(7, entry.after()).executeUpdate();
  }

  @Transactional
  Optional<AdminLogEntry> find(long id) {
    return entries(em.createNativeQuery(COLUMNS + " = ?1").setParameter(1, id)).stream().findFirst();
  }

  @Transactional
  List<AdminLogEntry> page(NewestFirst newest, int size) {
    Query query = em.createNativeQuery(newest.sql(size));
    List<Object> parameters = newest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<?> ids = query.getResultList();
    return ids.isEmpty() ? List.of() : entries(em.createNativeQuery(COLUMNS + " in (:ids) order by at desc, id desc")
        .setParameter("ids", ids));
  }

  /** What stands in a column with few values, each once. */
  @Transactional
  List<String> actions() {
    return texts("select distinct action from admin_log");
  }

  @Transactional
  List<String> admins() {
    return texts("select distinct admin_name from admin_log");
  }

  @SuppressWarnings("unchecked")
  private List<String> texts(String sql) {
    return em.createNativeQuery(sql, String.class).getResultList();
  }

  @SuppressWarnings("unchecked")
  private static List<AdminLogEntry> entries(Query query) {
    NativeQuery<Object[]> typed = query.unwrap(NativeQuery.class).addScalar("id", StandardBasicTypes.LONG)
        .addScalar("at", StandardBasicTypes.INSTANT);
    for (String text : List.of("admin_name", "address", "action", "subject", "old_value", "new_value")) {
      typed.addScalar(text, StandardBasicTypes.STRING);
    }
    return typed.getResultList().stream().map(row -> new AdminLogEntry((Long) row[0], (Instant) row[1], (String) row[2],
        (String) row[3], (String) row[4], (String) row[5], (String) row[6], (String) row[7])).toList();
  }
}
