package dev.dianpu.spi;

/**
 * A phone number that can receive an SMS, already checked by the host.
 *
 * @param e164 the number in ITU-T E.164 form, such as {@code +8613800138000}
 */
public record PhoneNumber(String e164) {

  private static final String MAINLAND = "+86";

  public PhoneNumber {
    if (!e164.matches("\\+[1-9][0-9]{6,14}")) {
      // The value itself must not reach a log.
      throw new IllegalArgumentException("not an E.164 number of " + e164.length() + " characters");
    }
  }

  /** Whether it is a number of mainland China. */
  public boolean mainland() {
    return e164.startsWith(MAINLAND);
  }

  /** The digits as people and the gateways write them: eleven digits for the mainland, else E.164. */
  public String national() {
    return mainland() ? e164.substring(MAINLAND.length()) : e164;
  }

  /** For logs and pages: {@code 138****8000}. */
  public String masked() {
    String digits = national();
    int head = Math.min(3, digits.length() - 4);
    return digits.substring(0, head) + "****" + digits.substring(digits.length() - 4);
  }

  /** Masked, so that a number cannot leak through a log by accident. */
  @Override
  public String toString() {
    return masked();
  }
}
