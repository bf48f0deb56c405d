package dev.dianpu.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to one verification, step by step.
 *
 * @param row as the log shows it
 * @param sends each SMS that was to carry its code, oldest first
 * @param steps when it was asked for and tried, oldest first
 * @param provedAt when the right code came
 * @param endsAt end of the code; once proved, of the proof
 */
public record VerificationTrail(
    VerificationLog.Row row, List<Send> sends, List<Step> steps, Optional<Instant> provedAt, Instant endsAt) {

  public VerificationTrail {
    sends = List.copyOf(sends);
    steps = List.copyOf(steps);
  }

  /**
   * A send.
   *
   * @param reservationId its budget
   */
  public record Send(Instant at, long reservationId, String outcome, String channel) {}

  /**
   * A step.
   *
   * @param step {@code ASKED} or {@code TRIED}
   * @param detail of ASKED, as in {@link CodeRequest#captcha}
   */
  public record Step(Instant at, String step, String detail) {}
}
