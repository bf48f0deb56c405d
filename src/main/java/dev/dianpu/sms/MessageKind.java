package dev.dianpu.sms;

/** What an SMS is for; each kind has its own order of channels. */
public enum MessageKind {
  /** A person waits for it and types what it says. */
  CODE,
  /** Tells somebody of something. */
  NOTICE
}
