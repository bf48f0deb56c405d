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

/** One SMS to one number, as the journal keeps it: the phone sealed, the text sealed with its code hidden. */
@Entity
@Table(name = "sms_message")
class Message {

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
  @Column(columnDefinition = "binary(32)") byte[] toDigest;
  String toSealed;
  String template;
  String textSealed;
  String reference;
  @Enumerated(EnumType.STRING) AttemptState state;
  Instant createdAt;

  /** For the database. */
  protected Message() {}

  Message(byte[] toDigest, String toSealed, String template, String textSealed, Instant now) {
    this.toDigest = toDigest;
    this.toSealed = toSealed;
    this.template = template;
    this.textSealed = textSealed;
    this.state = AttemptState.SENDING;
    this.createdAt = now;
  }
}
