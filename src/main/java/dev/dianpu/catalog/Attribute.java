package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Something that can be said of all goods of a type, such as their material; visitors may filter by it. */
@Entity
class Attribute {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long typeId;
  private String name;
  private String choices;
  private boolean filtered;
  private int position;

  protected Attribute() {}
}
