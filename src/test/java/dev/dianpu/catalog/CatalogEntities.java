package dev.dianpu.catalog;

/** The entities of the room, for tests that run its beans without a container. */
public final class CatalogEntities {

  /** All of them. */
  public static final Class<?>[] ALL = {Category.class, Goods.class, GoodsTerm.class, Sku.class, MemberRank.class,
      SkuRankPrice.class, Brand.class, Attribute.class, GoodsAttribute.class, GoodsPicture.class};

  private CatalogEntities() {}
}
