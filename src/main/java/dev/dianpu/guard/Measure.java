package dev.dianpu.guard;

/**
 * What was counted for a subject in a window.
 *
 * @param normal unverified sends that a normal day gives in it
 */
public record Measure(Subject subject, Window window, long sent, long verified, long normal) {

  /** Sends whose codes were not used, or not yet. */
  public long unverified() {
    return Math.max(0, sent - verified);
  }
}
