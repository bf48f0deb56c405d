package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.math.BigDecimal;

/** What members of a rank pay for a variant, in yuan, instead of the rank's discount. */
@Entity
@IdClass(SkuRankPrice.Key.class)
class SkuRankPrice {

  @Id private Long skuId;
  @Id private Long rankId;
  private BigDecimal price;

  protected SkuRankPrice() {}

  /** Both columns are the key. */
  record Key(Long skuId, Long rankId) implements Serializable {}
}
