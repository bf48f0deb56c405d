package dev.dianpu.catalog.admin;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What is said of goods in the attributes of their type, and what ranks pay for their variants. */
@ApplicationScoped
public class GoodsDetails {

  @Inject GoodsDetailRepository repository;
  @Inject AdminLog log;
  @Inject Versions versions;

  /** A fixed price for a rank, in yuan. */
  public record RankPrice(long sku, long rank, BigDecimal price) {}

  /** By attribute. */
  public Map<Long, String> traits(long goods) {
    return repository.traits(goods);
  }

  public List<RankPrice> prices(long goods) {
    return repository.prices(goods);
  }

  /** Writes both anew. */
  @Transactional
  public void save(GoodsDraft goods, Map<Long, String> traits, List<RankPrice> prices) {
    repository.forget(goods.id());
    traits.forEach((attribute, value) -> repository.say(goods.id(), attribute, value));
    prices.forEach(repository::price);
    log.record("admin.log.goods-details", goods.sn(), "", String.join(" ", traits.values()));
    versions.bump("catalog");
  }
}
