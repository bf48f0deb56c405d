package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;

/** What became of an attempt to send an SMS. */
public enum AttemptState {
  /** No answer yet; after a while this becomes {@link #UNKNOWN}. */
  SENDING,
  /** The gateway took it. */
  ACCEPTED,
  /** It was surely not sent. */
  REJECTED,
  /** It may have been sent. */
  UNKNOWN;

  /** The state that an outcome leads to. */
  public static AttemptState of(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted) {
      return ACCEPTED;
    }
    return outcome instanceof SendOutcome.Rejected ? REJECTED : UNKNOWN;
  }
}
