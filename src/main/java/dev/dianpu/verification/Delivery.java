package dev.dianpu.verification;

/** What became of the newest SMS that carried a code. */
public enum Delivery {
  /** No answer yet; after a while this becomes {@link #UNKNOWN}. */
  SENDING,
  /** The gateway took it. */
  ACCEPTED,
  /** It was surely not sent. */
  REJECTED,
  /** It may have been sent. */
  UNKNOWN
}
