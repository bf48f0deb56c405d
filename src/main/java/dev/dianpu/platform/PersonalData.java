package dev.dianpu.platform;

import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What a room keeps of a member as a person. Every bean of this type is asked when a member wants to see what the shop
 * holds, or gives the account up (个人信息保护法, articles 45 and 47).
 */
public interface PersonalData {

  /** Under which name its part stands in the file that a member gets; lower-case letters and hyphens. */
  String name();

  /** What it holds of this member. */
  JsonValue of(long memberId);

  /** Key of a text that says why the account cannot be given up yet, such as an order under way; empty if it can. */
  default Optional<String> obstacle(long memberId) {
    return Optional.empty();
  }

  /**
   * Forgets the person, in the caller's transaction: what the books need may stay, without name, phone and address.
   */
  void forget(long memberId);
}
