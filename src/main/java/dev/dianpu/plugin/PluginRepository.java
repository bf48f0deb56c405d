package dev.dianpu.plugin;

import dev.dianpu.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
@Transactional
class PluginRepository {

  @PersistenceContext EntityManager em;

  /** In the order of their ids. */
  List<InstalledPlugin> all() {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery("select id, version, state, installed_at from plugin order by id").getResultList();
    return rows.stream().map(row -> new InstalledPlugin((String) row[0], (String) row[1],
        PluginState.valueOf((String) row[2]), Sql.instant(row[3]))).toList();
  }

  /** Whether it was not there yet. */
  boolean insert(String id, String version, Instant now) {
    return em.createNativeQuery("insert ignore into plugin (id, version, state, installed_at, changed_at)"
            + " values (?1, ?2, 'INSTALLED', ?3, ?3)")
        .setParameter(1, id).setParameter(2, version).setParameter(3, now).executeUpdate() == 1;
  }

  /** Whether it was there in another state. */
  boolean change(String id, PluginState state, Instant now) {
    return em.createNativeQuery("update plugin set state = ?2, changed_at = ?3 where id = ?1 and state <> ?2")
        .setParameter(1, id).setParameter(2, state.name()).setParameter(3, now).executeUpdate() == 1;
  }

  void version(String id, String version, Instant now) {
    em.createNativeQuery("update plugin set version = ?2, changed_at = ?3 where id = ?1 and version <> ?2")
        .setParameter(1, id).setParameter(2, version).setParameter(3, now).executeUpdate();
  }

  /** Whether it was there. */
  boolean delete(String id) {
    return em.createNativeQuery("delete from plugin where id = ?1").setParameter(1, id).executeUpdate() == 1;
  }

  /** All further accounts, by plugin and number. */
  List<Account> accounts() {
    @SuppressWarnings("unchecked")
    List<Object[]> rows = em.createNativeQuery(
        "select plugin_id, number, label from plugin_account order by plugin_id, number").getResultList();
    return rows.stream().map(row -> new Account((String) row[0], ((Number) row[1]).intValue(), (String) row[2])).toList();
  }

  /** Whether there was none of this number. */
  boolean insertAccount(Account account, Instant now) {
    return em.createNativeQuery(
            "insert ignore into plugin_account (plugin_id, number, label, created_at) values (?1, ?2, ?3, ?4)")
        .setParameter(1, account.plugin()).setParameter(2, account.number()).setParameter(3, account.label())
        .setParameter(4, now).executeUpdate() == 1;
  }

  /** Whether it was there. */
  boolean deleteAccount(String plugin, int number) {
    return em.createNativeQuery("delete from plugin_account where plugin_id = ?1 and number = ?2")
        .setParameter(1, plugin).setParameter(2, number).executeUpdate() == 1;
  }
}
