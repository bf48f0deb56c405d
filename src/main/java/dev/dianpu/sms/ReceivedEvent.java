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
import java.util.Arrays;

/**
 * What a gateway told: WAITING from the moment it is written down, which is before the gateway gets its answer, until
 * it was worked on. The row stays as it came, so that what changed nothing can be seen, too.
 */
@Entity
@Table(name = "sms_event")
class ReceivedEvent {

  /** What it is about. */
  enum Kind { RECEIPT, REPLY, AUDIT }

  /** What came of it. */
  enum Outcome {
    /** Nothing yet. */
    WAITING,
    /** It changed an attempt or a template. */
    APPLIED,
    /** It says what was known already. */
    REPEATED,
    /** It says the opposite of an earlier receipt, which stays. */
    CONTRADICTS,
    /** It belongs to nothing that we sent or filed. */
    UNMATCHED,
    /** A reply that put its phone on the opt-out list. */
    OPTED_OUT,
    /** Any other reply. */
    NOTED
  }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
  String channel;
  @Enumerated(EnumType.STRING) Kind kind;
  @Column(columnDefinition = "binary(32)") byte[] digest;
  String gatewayId = "";
  @Column(columnDefinition = "binary(32)") byte[] phoneDigest;
  String phoneSealed = "";
  byte good;
  String code = "";
  String textSealed = "";
  Instant at;
  Instant receivedAt;
  Instant dueAt;
  Instant processedAt;
  @Enumerated(EnumType.STRING) Outcome outcome = Outcome.WAITING;
  Long attemptId;

  /** Whether the gateway named a number at all, readable or not. */
  boolean namesNumber() {
    return !phoneSealed.isEmpty();
  }

  /** Whether it is about this phone. */
  boolean isAbout(byte[] phone) {
    return phoneDigest != null && Arrays.equals(phoneDigest, phone);
  }

  /** When it happened: by the gateway, else when we heard of it. */
  Instant when() {
    return at == null ? receivedAt : at;
  }
}
