package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A term under which goods are found; written by {@link SearchIndexRepository} only. */
@Entity
@Table(name = "goods_term")
@IdClass(GoodsTerm.Key.class)
class GoodsTerm {

  @Id private String term;
  @Id private Long goodsId;

  protected GoodsTerm() {}

  /** Both columns are the key. */
  record Key(String term, Long goodsId) implements Serializable {}
}
