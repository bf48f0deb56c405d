package dev.dianpu.verification;

import dev.dianpu.spi.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One phone proving itself for one purpose on behalf of one session: ISSUED, then PROVED by the right code and USED
 * once; or EXPIRED, or EXHAUSTED. What several requests may do at once (try, prove, use) is done by conditional updates
 * of the repository instead, so that the database decides who was first.
 */
@Entity
@Table(name = "verification")
class Verification {

  /** With less time left a person could not read and type the code, so another is issued. */
  private static final Duration ENOUGH = Duration.ofSeconds(120);

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
  String publicId;
  @Column(columnDefinition = "binary(32)") byte[] slot;
  long sessionId;
  @Column(columnDefinition = "binary(32)") byte[] phoneDigest;
  String phoneSealed;
  @Enumerated(EnumType.STRING) Purpose purpose;
  @Column(columnDefinition = "binary(32)") byte[] codeDigest;
  String codeSealed;
  int tries;
  int sends;
  Instant createdAt;
  Instant sentAt;
  Instant expiresAt;
  Instant provedAt;
  Instant usedAt;
  String address;
  long reservationId;
  @Enumerated(EnumType.STRING) Delivery outcome;
  String channel;
  @Enumerated(EnumType.STRING) @Column(name = "state") VerificationState state;
  Long memberId;

  /** For the database. */
  protected Verification() {}

  Verification(String publicId, Purpose purpose, long sessionId, Instant now, Duration validity) {
    this.publicId = publicId;
    this.purpose = purpose;
    this.sessionId = sessionId;
    this.createdAt = now;
    this.expiresAt = now.plus(validity);
    this.state = VerificationState.ISSUED;
  }

  /** Whether its code may be sent once more; code, tries and expiry stay as they are. */
  boolean maySendAgain(Instant now) {
    return state == VerificationState.ISSUED && codeSealed != null && !expiresAt.minus(ENOUGH).isBefore(now);
  }

  /** Whether its time is over; one whose tries are used up is not ended by that. */
  boolean endedBy(Instant now) {
    return state == VerificationState.EXPIRED || !expiresAt.isAfter(now);
  }

  /** A send is about to happen. */
  void sending(String from, long reservation, Instant now) {
    sends++;
    sentAt = now;
    address = from;
    reservationId = reservation;
    outcome = Delivery.SENDING;
    channel = "";
  }

  /** A newer code takes its place. */
  void replace() {
    slot = null;
    codeSealed = null;
    if (state == VerificationState.ISSUED) {
      state = VerificationState.EXPIRED;
    }
  }

  /** Whether the phone may not have got the newest SMS: everything but a plain refusal; a receipt may tell. */
  boolean mayBeLost() {
    return outcome != Delivery.REJECTED;
  }

  long minutesLeft(Instant now) {
    return Math.max(1, Duration.between(now, expiresAt).toMinutes());
  }
}
