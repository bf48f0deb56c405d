package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;

/**
 * What became of a message.
 *
 * @param messageId its row in the journal
 * @param channel that was tried last; empty when none could be used
 * @param outcome of that attempt
 */
public record Sent(long messageId, String channel, SendOutcome outcome) {

  /** The outcome's name: {@code ACCEPTED}, {@code REJECTED} or {@code UNKNOWN}. */
  public String state() {
    return AttemptState.of(outcome).name();
  }
}
