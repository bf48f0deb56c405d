package dev.dianpu.simulator;

import java.util.Map;

/**
 * A way in which a simulated gateway misbehaves.
 *
 * @param mode how
 * @param millis how long to wait, for {@link Mode#SLOW} before the answer, for {@link Mode#DRIP} between bytes
 * @param answer for {@link Mode#ANSWER}
 */
public record Fault(Mode mode, long millis, Answer answer) {

  /** How a gateway misbehaves. Unless it says otherwise, the SMS is sent all the same: that is what makes it hard. */
  public enum Mode {
    /** Answers late. */
    SLOW,
    /** Resets the connection instead of answering. */
    RESET,
    /** Closes the connection instead of answering. */
    CLOSE,
    /** Answers status 500. */
    SERVER_ERROR,
    /** Answers status 200 with an error inside; the SMS is not sent. */
    ERROR_INSIDE,
    /** Answers status 200 with something that is no JSON. */
    MALFORMED,
    /** Breaks the answer off in the middle. */
    TRUNCATED,
    /** Sends the answer byte by byte. */
    DRIP,
    /** Gives a prepared answer; the SMS is not sent. */
    ANSWER
  }

  /**
   * A prepared answer.
   *
   * @param status the HTTP status
   * @param headers with the case in which they go out
   * @param body the body
   */
  public record Answer(int status, Map<String, String> headers, String body) {}

  private static final Answer NONE = new Answer(0, Map.of(), "");

  /** A fault that needs nothing more to be said. */
  public static Fault of(Mode mode) {
    return new Fault(mode, 1000, NONE);
  }

  /** A fault of time. */
  public static Fault of(Mode mode, long millis) {
    return new Fault(mode, millis, NONE);
  }

  /** A prepared answer. */
  public static Fault answer(int status, Map<String, String> headers, String body) {
    return new Fault(Mode.ANSWER, 0, new Answer(status, headers, body));
  }
}
