package dev.dianpu.verification;

/** Where a verification is in its life. */
public enum VerificationState {
  /** A code is out and may be tried. */
  ISSUED,
  /** The right code came: a proof of phone, good for ten minutes. */
  PROVED,
  /** The proof was used, once. */
  USED,
  /** Nobody came in time, or a newer code took its place. */
  EXPIRED,
  /** Too many wrong tries. */
  EXHAUSTED
}
