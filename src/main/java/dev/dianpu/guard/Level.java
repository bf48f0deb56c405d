package dev.dianpu.guard;

/** How hard the gate is to pass, from easy to closed. */
public enum Level {
  /** As on any day. */
  CALM,
  /** A proof of work is harder. */
  WATCHFUL,
  /** A slider is asked for as well. */
  STRICT,
  /** Nobody of this range or prefix gets a code for some minutes; never the whole shop. */
  PAUSED;

  Level or(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
