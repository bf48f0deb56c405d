package dev.dianpu.sms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One phone of a text to many. */
@Entity
@Table(name = "sms_bulk_phone")
class BulkPhone {

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
  long bulkId;
  @Column(columnDefinition = "binary(32)") byte[] toDigest;
  String toSealed;
  @Enumerated(EnumType.STRING) BulkState state;
  Instant dueAt;
  int tries;
  String cause;
  String explanation;

  /** For the database; rows are inserted many at a time. */
  protected BulkPhone() {}

  /** By which the journal knows its next message; the unique key there lets only one be sent. */
  String reference() {
    return tries == 0 ? "bulk:" + id : "bulk:" + id + ":" + (tries + 1);
  }
}
