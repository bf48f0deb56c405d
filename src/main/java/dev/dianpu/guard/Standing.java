package dev.dianpu.guard;

import java.time.Duration;
import java.time.Instant;

/**
 * The level of one subject.
 *
 * @param level that the counts call for; whether it is enforced says the setting of its step
 * @param since when it was decided
 * @param endsAt when it ends by itself
 * @param pauses in a row
 * @param countedFrom what was sent before is judged no more
 * @param decision number of the newest decision
 */
public record Standing(
    Subject subject, Level level, Instant since, Instant endsAt, int pauses, Instant countedFrom, long decision) {

  /** After so long without a pause the next one is the first again. */
  private static final Duration MEMORY = Duration.ofDays(1);

  /** Whether it still lasts. */
  public boolean lasts(Instant now) {
    return now.isBefore(endsAt);
  }

  /** How many pauses there were lately. */
  int pausesLately(Instant now) {
    return now.isBefore(countedFrom.plus(MEMORY)) ? pauses : 0;
  }
}
