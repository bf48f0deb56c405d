package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SendOutcome.GatewayAnswer;

/**
 * A gateway's words about one call, on their way to be stored: {@link #explained} hides what is secret.
 *
 * @param code its own code, else the HTTP status
 * @param text its own text, as it came
 * @param requestId its id of the request; empty if it gives none
 * @param redaction of this call
 */
public record GatewayWords(String code, String text, String requestId, Redaction redaction) {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_ID = 128;

  /** The words with the key of the texts that explain them; an empty key for a success. */
  public GatewayAnswer explained(String explanation) {
    return new GatewayAnswer(
        redaction.id(code, LONGEST_CODE), redaction.text(text), redaction.id(requestId, LONGEST_ID), explanation);
  }

  /** A gateway's id of a message, as it is kept. */
  public String id(String said) {
    return redaction.id(said, LONGEST_ID);
  }
}
