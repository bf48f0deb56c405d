package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** One try to send a message through one channel: SENDING from before the call until its outcome is known. */
@Entity
@Table(name = "sms_attempt")
class Attempt {

  /** A receipt: the phone got it. */
  static final String DELIVERED = "DELIVERED";
  /** A receipt: the phone did not get it. */
  static final String FAILED = "FAILED";

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;

  long messageId;
  @Column(columnDefinition = "binary(32)") byte[] toDigest;
  String attemptId;
  String channel;
  @Enumerated(EnumType.STRING) AttemptState state;
  String cause = "";
  String gatewayCode = "";
  String gatewayText = "";
  String requestId = "";
  String gatewayId = "";
  String explanation = "";
  @Column(columnDefinition = "smallint") int parts = 1;
  BigDecimal cost;
  Instant startedAt;
  Integer durationMs;
  String receipt = "";
  String receiptCode = "";
  Instant receiptAt;

  /** For the database. */
  protected Attempt() {}

  Attempt(long messageId, byte[] toDigest, String attemptId, String channel, Instant now) {
    this.messageId = messageId;
    this.toDigest = toDigest;
    this.attemptId = attemptId;
    this.channel = channel;
    this.state = AttemptState.SENDING;
    this.startedAt = now;
  }

  /** The same, of a text that takes so many parts. */
  Attempt inParts(int count) {
    parts = Math.min(Short.MAX_VALUE, count);
    return this;
  }

  /** Takes over what the gateway said, cut to what is kept. */
  void end(SendOutcome outcome, Instant now) {
    GatewayAnswer answer = outcome.answer();
    state = AttemptState.of(outcome);
    cause = outcome instanceof Rejected rejected ? rejected.cause().name() : "";
    gatewayCode = cut(answer.code(), 64);
    gatewayText = cut(answer.text(), 255);
    requestId = cut(answer.requestId(), 128);
    explanation = cut(answer.explanation(), 120);
    if (outcome instanceof Accepted accepted) {
      gatewayId = cut(accepted.gatewayId(), 128);
      cost = accepted.cost().orElse(null);
    }
    durationMs = (int) Math.min(Integer.MAX_VALUE, Math.max(0, now.toEpochMilli() - startedAt.toEpochMilli()));
  }

  /** Whether a gateway may name it so: by its own id, or by ours if it gives that back; exactly, letter by letter. */
  boolean answersTo(String id) {
    return id.equals(gatewayId) || id.equals(attemptId);
  }

  /** The beginning of a text, as much of it as is kept. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    // Half of a character outside the basic plane is none.
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
