package dev.dianpu.guard;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What settings would have done.
 *
 * @param since the first moment that was judged
 * @param all everything that was sent since
 * @param blocked what the list of blocked ranges would have refused
 * @param steps what each step would have met
 * @param cases whom it would have met most, at most 20
 * @param cut whether there were more rows than are read
 */
public record Replayed(Instant since, Met all, Met blocked, Map<Step, Met> steps, List<Case> cases, boolean cut) {

  /**
   * What was met.
   *
   * @param decisions how often the step would have been taken
   * @param sent SMS: of a pause those that would not have left
   * @param verified codes used at that time: honest people, to within five minutes
   */
  public record Met(int decisions, long sent, long verified) {

    static final Met NOTHING = new Met(0, 0, 0);

    Met plus(Count count) {
      return new Met(decisions, sent + count.sent(), verified + count.verified());
    }

    Met decided() {
      return new Met(decisions + 1, sent, verified);
    }
  }

  /** A subject and what a step would have met of it. */
  public record Case(Subject subject, Step step, Instant first, Met met) {}
}
