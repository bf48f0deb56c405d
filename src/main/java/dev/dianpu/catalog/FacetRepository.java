package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads by what the goods of categories can be told apart: one query for brands, one for attributes. */
@ApplicationScoped
class FacetRepository {

  /** More choices than that are no help. */
  private static final int MOST = 200;

  @PersistenceContext EntityManager em;

  List<Facet> of(Collection<Long> categories) {
    List<Facet> facets = new ArrayList<>();
    List<Facet.Choice> brands = brands(categories);
    if (brands.size() > 1) {
      facets.add(new Facet("brand", "", brands));
    }
    Map<Long, Facet> attributes = new LinkedHashMap<>();
    for (Object[] row : attributes(categories)) {
      attributes.computeIfAbsent((Long) row[0], id -> new Facet("a" + id, (String) row[1], new ArrayList<>()))
          .choices().add(new Facet.Choice((String) row[2], (String) row[2]));
    }
    attributes.values().stream().filter(facet -> facet.choices().size() > 1).forEach(facets::add);
    return facets;
  }

  private List<Facet.Choice> brands(Collection<Long> categories) {
    return em.createQuery("""
        select b.id, b.name from Brand b where b.id in (select g.brandId from Goods g
          where g.onSale = true and g.categoryId in :categories) order by b.position, b.id""", Object[].class)
        .setParameter("categories", categories).setMaxResults(MOST).getResultStream()
        .map(row -> new Facet.Choice(row[0].toString(), (String) row[1])).toList();
  }

  private List<Object[]> attributes(Collection<Long> categories) {
    return em.createQuery("""
        select distinct a.id, a.name, v.value, a.position from GoodsAttribute v
        join Attribute a on a.id = v.attributeId join Goods g on g.id = v.goodsId
        where a.filtered = true and g.onSale = true and g.categoryId in :categories
        order by a.position, a.id, v.value""", Object[].class)
        .setParameter("categories", categories).setMaxResults(MOST).getResultList();
  }
}
