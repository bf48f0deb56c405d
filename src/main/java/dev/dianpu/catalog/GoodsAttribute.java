package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;

/** What is said of goods in an attribute of their type. */
@Entity
@IdClass(GoodsAttribute.Key.class)
class GoodsAttribute {

  @Id private Long goodsId;
  @Id private Long attributeId;
  private String value;

  protected GoodsAttribute() {}

  /** Both columns are the key. */
  record Key(Long goodsId, Long attributeId) implements Serializable {}
}
