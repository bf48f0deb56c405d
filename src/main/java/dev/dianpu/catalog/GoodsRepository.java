package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads goods on sale. Every method is one query, and every list is read from an index (V081). */
@ApplicationScoped
class GoodsRepository {

  private static final String CARDS = """
      select new dev.dianpu.catalog.GoodsCard(
        g.id, g.categoryId, g.name, g.brief, g.picture, g.price, g.marketPrice, g.stock)
      from Goods g where g.onSale = true and\s""";

  @PersistenceContext EntityManager em;

  Optional<GoodsView> find(long id) {
    return em.createQuery("""
        select new dev.dianpu.catalog.GoodsView(g.id, g.categoryId, g.sn, g.name, g.brief, g.description, g.picture,
          g.price, g.marketPrice, g.stock, g.sales, g.listedAt, coalesce(b.name, ''), g.optionNames)
        from Goods g left join Brand b on b.id = g.brandId
        where g.onSale = true and g.id = :id""", GoodsView.class)
        .setParameter("id", id).getResultStream().findFirst();
  }

  List<GoodsCard> featured(int most) {
    return cards("g.featured = true order by " + Sorting.DEFAULT.order()).setMaxResults(most).getResultList();
  }

  List<GoodsCard> newest(int most) {
    return cards("1 = 1 order by " + Sorting.NEWEST.order()).setMaxResults(most).getResultList();
  }

  /** Best selling goods of a category, without one. */
  List<GoodsCard> related(long categoryId, long without, int most) {
    return cards("g.categoryId = :category and g.id <> :without order by " + Sorting.SALES.order())
        .setParameter("category", categoryId).setParameter("without", without).setMaxResults(most).getResultList();
  }

  long count(Collection<Long> categories, ListFilter filter) {
    TypedQuery<Long> query = em.createQuery("select count(g) from Goods g where g.onSale = true"
        + " and g.categoryId in :categories" + filter.where(), Long.class).setParameter("categories", categories);
    filter.arguments().forEach(query::setParameter);
    return query.getSingleResult();
  }

  List<GoodsCard> ofCategories(Collection<Long> categories, ListFilter filter, Sorting sorting, Slot slot) {
    TypedQuery<GoodsCard> query = cards("g.categoryId in :categories" + filter.where() + " order by " + sorting.order())
        .setParameter("categories", categories);
    filter.arguments().forEach(query::setParameter);
    return query.setFirstResult(slot.first()).setMaxResults(slot.most()).getResultList();
  }

  long countFound(SearchTerms terms) {
    return bind(em.createQuery("select count(g) from Goods g where g.onSale = true and " + matches(terms), Long.class),
        terms).getSingleResult();
  }

  List<GoodsCard> found(SearchTerms terms, Sorting sorting, int first, int most) {
    return bind(cards(matches(terms) + " order by " + sorting.order()), terms)
        .setFirstResult(first).setMaxResults(most).getResultList();
  }

  private TypedQuery<GoodsCard> cards(String rest) {
    return em.createQuery(CARDS + rest, GoodsCard.class);
  }

  /** All pairs in one look into the index, one more for each single character. */
  private static String matches(SearchTerms terms) {
    StringBuilder where = new StringBuilder("1 = 1");
    if (!terms.pairs().isEmpty()) {
      where.append(" and g.id in (select p.goodsId from GoodsTerm p where p.term in :pairs"
          + " group by p.goodsId having count(p.term) = :pairCount)");
    }
    for (int i = 0; i < terms.singles().size(); i++) {
      where.append(" and g.id in (select s%1$d.goodsId from GoodsTerm s%1$d where s%1$d.term like :single%1$d)"
          .formatted(i));
    }
    return where.toString();
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> query, SearchTerms terms) {
    if (!terms.pairs().isEmpty()) {
      query.setParameter("pairs", terms.pairs()).setParameter("pairCount", (long) terms.pairs().size());
    }
    int i = 0;
    for (String single : terms.singles()) {
      query.setParameter("single" + i++, single + "%");
    }
    return query;
  }
}
