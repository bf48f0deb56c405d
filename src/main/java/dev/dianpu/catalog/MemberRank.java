package dev.dianpu.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A rank of members: what part of the price they pay, in percent, where no fixed price is set for the rank. */
@Entity
class MemberRank {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;
  private int discount;
  private int pointsFrom;
  private boolean shown;

  protected MemberRank() {}
}
