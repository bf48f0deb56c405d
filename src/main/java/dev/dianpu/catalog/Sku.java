package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A variant of goods: what is put into a cart, with its own price (yuan), stock (pieces) and weight (grams). Goods
 * without a choice have one with empty options. The stock is changed by {@link Stock} and by statements that add to it,
 * never by writing back what was read.
 */
@Entity
class Sku {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long goodsId;
  private String code;
  private String options;
  private BigDecimal price;
  private BigDecimal promotionPrice;
  private Instant promotionFrom;
  private Instant promotionUntil;
  private int stock;
  private int weight;
  @Enumerated(EnumType.STRING) private SkuState state;
  private int position;

  protected Sku() {}
}
