package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that the shop sells. It is listed, may be featured on the home page, and is taken off sale rather than
 * deleted, since orders name it. Prices are in yuan.
 *
 * <p>Price and stock repeat what its variants ({@link Sku}) have, for the lists: the lowest price that anybody pays now,
 * and the pieces of all that are on sale. Whoever changes a variant keeps them.
 */
@Entity
@Table(name = "goods")
class Goods {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long categoryId;
  private String sn;
  private String name;
  private String brief;
  private String description;
  private String keywords;
  private String picture;
  private BigDecimal price;
  private BigDecimal marketPrice;
  private int stock;
  private int sales;
  private int position;
  private boolean featured;
  private boolean onSale;
  private boolean searchable;
  private Instant listedAt;
  private Long brandId;
  private Long typeId;
  private String optionNames;
  private int warnStock;
  private Instant recycledAt;

  protected Goods() {}
}
