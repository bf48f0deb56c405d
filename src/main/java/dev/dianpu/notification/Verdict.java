package dev.dianpu.notification;

import dev.dianpu.sms.MessageFates.Fate;
import dev.dianpu.spi.SendOutcome.Cause;
import java.time.Duration;
import java.time.Instant;

/**
 * What follows for a notice from what became of its message.
 *
 * @param dueAt when it is tried again; the moment of the verdict if it is not
 * @param tries as {@link NoticeRow#tries} becomes
 * @param failures as {@link NoticeRow#failures} becomes
 * @param repeats as {@link NoticeRow#repeats} becomes
 */
record Verdict(NoticeState state, Instant dueAt, int tries, int failures, int repeats, Fate fate) {

  /** So often is a message of unknown outcome sent again under its id: the line may be down for a while. */
  static final int MOST_REPEATS = 3;

  /**
   * Judges.
   *
   * @param repeatable whether the channel's gateway takes each id only once
   * @param fate of a message that is not being sent any more
   */
  static Verdict of(NoticeRow row, Fate fate, boolean repeatable, RetryPolicy policy, Instant now) {
    return switch (fate.state()) {
      case ACCEPTED -> new Verdict(NoticeState.SENT, now, row.tries, row.failures, row.repeats, fate);
      case REJECTED -> rejected(row, fate, policy, now);
      case UNKNOWN -> unknown(row, fate, repeatable, policy, now);
      case SENDING -> throw new IllegalStateException("nothing is known yet of message " + fate.messageId());
    };
  }

  private static Verdict rejected(NoticeRow row, Fate fate, RetryPolicy policy, Instant now) {
    int failures = row.failures + 1;
    boolean again = Cause.valueOf(fate.cause()).ofChannel() && failures < policy.tries();
    Duration wait = again ? policy.wait(failures) : Duration.ZERO;
    return new Verdict(again ? NoticeState.QUEUED : NoticeState.DEAD, now.plus(wait), row.tries + 1, failures, 0, fate);
  }

  private static Verdict unknown(NoticeRow row, Fate fate, boolean repeatable, RetryPolicy policy, Instant now) {
    boolean again = repeatable && row.repeats < MOST_REPEATS;
    return again
        ? new Verdict(NoticeState.QUEUED, now.plus(policy.wait(row.repeats + 1)), row.tries, row.failures,
            row.repeats + 1, fate)
        : new Verdict(NoticeState.UNKNOWN, now, row.tries, row.failures, row.repeats, fate);
  }
}
