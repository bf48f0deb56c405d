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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notice as the database keeps it: QUEUED, SENDING, then SENT, or QUEUED again, or one of the sad ends. */
@Entity
@Table(name = "notice")
class NoticeRow {

  private static final String PREFIX = "notice:";
  private static final Pattern REFERENCE = Pattern.compile(PREFIX + "([0-9]{1,18})(?::([0-9]{1,9}))?");

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
    return tries == 0 ? PREFIX + id : PREFIX + id + ":" + (tries + 1);
  }

  /**
   * What a reference names.
   *
   * @param tries of the row when its message was made
   */
  record Named(long id, int tries) {}

  /** Reads a reference; empty if it is not of a notice. */
  static Optional<Named> ofReference(String reference) {
    Matcher parts = REFERENCE.matcher(reference);
    return parts.matches()
        ? Optional.of(new Named(Long.parseLong(parts.group(1)),
            parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)) - 1))
        : Optional.empty();
  }
}
