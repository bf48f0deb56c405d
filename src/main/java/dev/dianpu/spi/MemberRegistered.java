package dev.dianpu.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody became a member. Fired as a CDI event, synchronously and inside the transaction in which it happens; as for an
 * {@link OrderEvent}, only the host's outbox observes it.
 *
 * @param memberId the new member
 * @param phone that was proved; empty without one
 */
public record MemberRegistered(long memberId, String username, Optional<PhoneNumber> phone, Instant at) {

  /** The event's stable name. */
  public static final String NAME = "member.registered";

  /** Values for a text: {@code user_name}, {@code user_mobile}. */
  public Map<String, String> variables() {
    return Map.of("user_name", username, "user_mobile", phone.map(PhoneNumber::national).orElse(""));
  }

  /** Without what tells of a person. */
  @Override
  public String toString() {
    return "MemberRegistered[" + memberId + "]";
  }
}
