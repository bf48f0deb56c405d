package dev.dianpu.verification;

/**
 * A code to be sent.
 *
 * @param id of the verification
 * @param publicId its opaque name for the API
 * @param code the digits; must reach nothing but the SMS
 * @param minutesLeft whole minutes that the code is still good for, at least 1
 * @param again whether this code was sent before
 * @param preferOtherChannel the phone may not have got the SMS before this one: another channel may do better
 * @param lastChannel which carried that SMS; empty if none did
 */
public record Issued(
    long id, String publicId, String code, long minutesLeft, boolean again, boolean preferOtherChannel,
    String lastChannel) {

  /** Without the code, so that it cannot reach a log by accident. */
  @Override
  public String toString() {
    return "Issued[" + id + (again ? ", again]" : "]");
  }
}
