package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

@ApplicationScoped
class CategoryRepository {

  @PersistenceContext EntityManager em;

  /** In a transaction, unlike what pages read: it is also read while tasks are scheduled, which share what is open. */
  @Transactional
  List<CategoryView> shown() {
    return em.createQuery("""
        select new dev.dianpu.catalog.CategoryView(c.id, coalesce(c.parentId, 0L), c.name, c.brief, c.picture)
        from Category c where c.shown = true order by c.position, c.id""", CategoryView.class).getResultList();
  }
}
