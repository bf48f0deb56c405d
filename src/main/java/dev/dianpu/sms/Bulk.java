package dev.dianpu.sms;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** One text to many phones: DRAFT until the owner has seen what it will cost, then STARTED, perhaps STOPPED. */
@Entity
@Table(name = "sms_bulk")
class Bulk {

  /** What the owner wants of it. */
  enum State { DRAFT, STARTED, STOPPED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
  String wording;
  @Enumerated(EnumType.STRING) State state = State.DRAFT;
  int duplicates;
  int parts;
  BigDecimal price;
  Instant createdAt;
  Instant startedAt;

  /** For the database. */
  protected Bulk() {}

  Bulk(String wording, int duplicates, int parts, BigDecimal price, Instant now) {
    this.wording = wording;
    this.duplicates = duplicates;
    this.parts = parts;
    this.price = price;
    this.createdAt = now;
  }
}
