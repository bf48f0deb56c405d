package dev.dianpu.notification;

/** How far a notice is. */
public enum NoticeState {
  /** Waits to be sent, or to be tried again. */
  QUEUED,
  /** A worker has claimed it. */
  SENDING,
  /** A gateway took it. */
  SENT,
  /** It may have been sent; nobody sends it again by himself. */
  UNKNOWN,
  /** It was surely not sent, and will not be tried again unless the owner wants it. */
  DEAD,
  /** The owner let it go. */
  DROPPED
}
