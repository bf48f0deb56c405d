package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A picture of goods: an uploaded one (with its digest) or an asset of the theme. */
@Entity
class GoodsPicture {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long goodsId;
  private String digest;
  private String path;
  private String smallPath;
  private String alt;
  private int position;

  protected GoodsPicture() {}
}
