package dev.dianpu.verification;

import java.time.Duration;

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

  /**
   * Too many wrong codes came from this address; nothing was compared, and the code keeps its tries.
   *
   * @param retryAfter how long it takes until codes are compared again
   */
  record Paused(Duration retryAfter) implements Check {}
}
