package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class SearchIndexRepository {

  /** Goods in one transaction: few enough to hold no lock for long. */
  private static final int BATCH = 100;

  @PersistenceContext EntityManager em;

  /**
   * Writes the terms of the next goods whose terms are missing or old.
   *
   * @return whether there may be more of them
   */
  @Transactional
  boolean writeNext() {
    // Another node may be at it, too: what it has locked is its own.
    @SuppressWarnings("unchecked")
    List<Object[]> rows = em.createNativeQuery("select id, concat_ws(' ', name, sn, keywords) from goods"
        + " where searchable = false order by id limit " + BATCH + " for update skip locked").getResultList();
    if (!rows.isEmpty()) {
      giveVariants(rows.stream().map(row -> ((Number) row[0]).longValue()).toList());
    }
    rows.forEach(row -> write(((Number) row[0]).longValue(), SearchTerms.of((String) row[1])));
    return rows.size() == BATCH;
  }

  /** Goods that a script added without a variant get one, or nobody could buy them. */
  private void giveVariants(List<Long> goods) {
    em.createNativeQuery("insert ignore into sku (goods_id, code, price, stock) select g.id, g.sn, g.price, g.stock"
        + " from goods g where g.id in (?1) and not exists (select 1 from sku s where s.goods_id = g.id)")
        .setParameter(1, goods).executeUpdate();
  }

  private void write(long id, Set<String> terms) {
    em.createNativeQuery("delete from goods_term where goods_id = ?1").setParameter(1, id).executeUpdate();
    for (String term : terms) {
      em.createNativeQuery("insert into goods_term (term, goods_id) values (?1, ?2)")
          .setParameter(1, term).setParameter(2, id).executeUpdate();
    }
    em.createNativeQuery("update goods set searchable = true where id = ?1").setParameter(1, id).executeUpdate();
  }
}
