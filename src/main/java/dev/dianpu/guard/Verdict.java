package dev.dianpu.guard;

import java.time.Duration;

/**
 * What the guard says to one who asks for a code.
 *
 * @param level how hard it is for this one
 * @param blocked whether the owner blocked the address, for good
 * @param retryAfter of {@link Level#PAUSED}: how long the pause takes; else zero
 */
public record Verdict(Level level, boolean blocked, Duration retryAfter) {

  static final Verdict CALM = new Verdict(Level.CALM, false, Duration.ZERO);
}
