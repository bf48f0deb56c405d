package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A shelf of the shop, perhaps within another. One that is not shown has no page, but its goods keep theirs. */
@Entity
@Table(name = "category")
class Category {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long parentId;
  private String code;
  private String name;
  private String brief;
  private String picture;
  private int position;
  private boolean shown;

  protected Category() {}
}
