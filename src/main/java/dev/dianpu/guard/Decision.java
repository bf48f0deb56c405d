package dev.dianpu.guard;

import java.time.Instant;

/**
 * What the guard decided, and why.
 *
 * @param id 0 while it is not kept
 * @param measure what was counted
 * @param expected so many unverified sends would have been fine
 * @param endsAt when it ends by itself
 * @param stopped requests that it refused
 */
public record Decision(
    long id, Instant at, Measure measure, long expected, Step step, Mode mode, Instant endsAt, int stopped) {

  Decision kept(long number) {
    return new Decision(number, at, measure, expected, step, mode, endsAt, stopped);
  }
}
