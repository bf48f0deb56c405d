package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

@ApplicationScoped
class CategoryRepository {

  @PersistenceContext EntityManager em;

  List<CategoryView> shown() {
    return em.createQuery("""
        select new dev.dianpu.catalog.CategoryView(c.id, c.name, c.brief, c.picture)
        from Category c where c.shown = true order by c.position, c.id""", CategoryView.class).getResultList();
  }
}
