package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/** Reads variants. Every method is one query. */
@ApplicationScoped
class SkuRepository {

  private static final String FACTS = """
      select new dev.dianpu.catalog.SkuFacts(s.id, s.goodsId, s.code, g.name, s.options, g.picture, g.onSale, s.state,
        s.stock, s.weight, s.price, s.promotionPrice, s.promotionFrom, s.promotionUntil, r.discount, p.price)
      from Sku s join Goods g on g.id = s.goodsId
      left join MemberRank r on r.id = :rank
      left join SkuRankPrice p on p.skuId = s.id and p.rankId = :rank
      where\s""";

  @PersistenceContext EntityManager em;

  List<SkuFacts> facts(Collection<Long> ids, long rankId) {
    return em.createQuery(FACTS + "s.id in :ids", SkuFacts.class)
        .setParameter("rank", rankId).setParameter("ids", ids).getResultList();
  }

  /** The variants of goods that are on sale, in their order, without regard to a rank. */
  List<SkuFacts> ofGoods(long goods) {
    return em.createQuery(FACTS + "s.goodsId = :goods and s.state = dev.dianpu.catalog.SkuState.ON_SALE"
        + " order by s.position, s.id", SkuFacts.class)
        .setParameter("rank", Skus.NO_RANK).setParameter("goods", goods).getResultList();
  }

  long countLow() {
    return em.createQuery("select count(s) from Sku s join Goods g on g.id = s.goodsId where g.onSale = true"
        + " and s.state = dev.dianpu.catalog.SkuState.ON_SALE and s.stock <= g.warnStock", Long.class).getSingleResult();
  }
}
