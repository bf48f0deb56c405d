package dev.dianpu.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A notice as the database keeps it: QUEUED, SENDING, then SENT, or QUEUED again, or one of the sad ends. */
@Entity
@Table(name = "notice")
class NoticeRow {

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
  String event;
  String subject;
  @Column(columnDefinition = "binary(32)") byte[] toDigest;
  String toSealed;
  String template;
  String wording;
  String variablesSealed;
  @Enumerated(EnumType.STRING) NoticeState state;
  Instant dueAt;
  int tries;
  int failures;
  int repeats;
  Long messageId;
  String channel;
  String cause;
  String explanation;
  Instant createdAt;
  Instant changedAt;

  /** For the database; rows are inserted by a statement that knows what to do when there is one. */
  protected NoticeRow() {}

  /** By which the journal of SMS knows its next message; the unique key there lets only one be sent. */
  String reference() {
    return tries == 0 ? "notice:" + id : "notice:" + id + ":" + (tries + 1);
  }
}
