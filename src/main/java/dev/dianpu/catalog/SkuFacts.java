package dev.dianpu.catalog;

import java.math.BigDecimal;
import java.time.Instant;

/** What the database knows of a variant, before the price of the moment is made of it. */
record SkuFacts(long id, long goodsId, String code, String name, String options, String picture, boolean goodsOnSale,
    SkuState state, int stock, int weight, BigDecimal price, BigDecimal promotionPrice, Instant from, Instant until,
    Integer discount, BigDecimal rankPrice) {

  SkuView view(Instant now) {
    return new SkuView(id, goodsId, code, name, options, picture, prices().at(now),
        goodsOnSale && state == SkuState.ON_SALE, stock, weight);
  }

  PriceFacts prices() {
    return new PriceFacts(price, promotionPrice, from, until, discount, rankPrice);
  }
}
