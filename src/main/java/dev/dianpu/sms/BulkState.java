package dev.dianpu.sms;

/** How far one phone of a text to many is. */
public enum BulkState {
  /** The owner has not started it yet. */
  DRAFT,
  QUEUED,
  SENDING,
  /** A gateway took it. */
  ACCEPTED,
  /** It was surely not sent. */
  REJECTED,
  /** It may have been sent; it is not sent again. */
  UNKNOWN,
  /** The phone wants no such SMS. */
  OPTED_OUT,
  /** The owner stopped it before its turn came. */
  STOPPED;

  /** Whether something is still going to happen. */
  public boolean open() {
    return this == QUEUED || this == SENDING;
  }
}
