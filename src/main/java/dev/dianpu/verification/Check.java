package dev.dianpu.verification;

/** What came of a typed code. */
public sealed interface Check {

  /** It is the code; a proof of phone is kept for ten minutes. */
  record Right() implements Check {}

  /**
   * It is not the code.
   *
   * @param triesLeft how many more may be typed
   */
  record Wrong(int triesLeft) implements Check {}

  /** This session has no live code for this phone and purpose; nothing was compared or counted. */
  record None() implements Check {}

  /**
   * No try is left.
   *
   * @param today true when all of the day's tries for this phone are used up, so that a new code would not help
   */
  record Exhausted(boolean today) implements Check {}
}
