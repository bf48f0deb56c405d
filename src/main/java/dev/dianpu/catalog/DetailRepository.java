package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What the page of goods shows beside them; every method is one query. */
@ApplicationScoped
class DetailRepository {

  @PersistenceContext EntityManager em;

  List<PictureView> pictures(long goods) {
    return em.createQuery("""
        select new dev.dianpu.catalog.PictureView(p.path, p.smallPath, p.alt)
        from GoodsPicture p where p.goodsId = :goods order by p.position, p.id""", PictureView.class)
        .setParameter("goods", goods).getResultList();
  }

  List<Trait> traits(long goods) {
    return em.createQuery("""
        select new dev.dianpu.catalog.Trait(a.name, v.value)
        from GoodsAttribute v join Attribute a on a.id = v.attributeId
        where v.goodsId = :goods order by a.position, a.id""", Trait.class)
        .setParameter("goods", goods).getResultList();
  }

  /** The ranks whose prices everybody sees, from the lowest on, each with its fixed prices for these goods. */
  List<RankOffer.Row> ranks(long goods) {
    return em.createQuery("""
        select new dev.dianpu.catalog.RankOffer$Row(r.name, r.discount, p.skuId, p.price)
        from MemberRank r left join SkuRankPrice p on p.rankId = r.id
          and p.skuId in (select s.id from Sku s where s.goodsId = :goods)
        where r.shown = true order by r.pointsFrom, r.id""", RankOffer.Row.class)
        .setParameter("goods", goods).getResultList();
  }
}
