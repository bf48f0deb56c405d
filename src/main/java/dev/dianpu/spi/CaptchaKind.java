package dev.dianpu.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * A kind of captcha: makes puzzles and judges answers. Everything around that is the host's: which kind a form asks
 * for, that an answer comes in time, for the form and from the browser that the puzzle was made for, and that it is
 * judged once.
 *
 * <p>An implementation keeps nothing between the two calls, which may meet different nodes; what it needs to judge
 * travels as the {@linkplain Shown#secret secret}, sealed, with the browser. Both methods are called by many threads at
 * once and by strangers as often as they like, so both must be cheap: {@link #solved} takes a millisecond at most.
 */
public interface CaptchaKind {

  /** Its name in settings, addresses and sealed captchas: lower-case letters, different for each kind. */
  String id();

  /**
   * Makes a puzzle that nobody else is shown.
   *
   * @param script whether a script asks, which gets data; otherwise the answer is what an {@code img} shows
   */
  Shown show(Asked asked, boolean script);

  /**
   * Whether an answer is right.
   *
   * @param secret of {@link #show}
   * @param answer as the browser sent it: never null, at most {@value #LONGEST_ANSWER} characters, anything at all
   */
  boolean solved(Asked asked, String secret, String answer);

  /** Characters; a longer answer is wrong without being looked at. */
  int LONGEST_ANSWER = 1024;

  /**
   * What a puzzle is made for.
   *
   * @param form the form's name
   * @param nonce 32 hexadecimal digits, different for each puzzle
   * @param expiresAt from when on it cannot be answered; whole seconds
   */
  record Asked(String form, String nonce, Instant expiresAt) {
    public Asked {
      Objects.requireNonNull(form);
      Objects.requireNonNull(nonce);
      Objects.requireNonNull(expiresAt);
    }
  }

  /**
   * A puzzle on its way to the visitor.
   *
   * @param secret what judging needs; no visitor can read it; at most 200 characters
   * @param mediaType of the body
   * @param body the picture or the data
   */
  record Shown(String secret, String mediaType, byte[] body) {
    public Shown {
      Objects.requireNonNull(secret);
      Objects.requireNonNull(mediaType);
      Objects.requireNonNull(body);
    }

    /** Without the secret, so that it does not reach a log. */
    @Override
    public String toString() {
      return "Shown[" + mediaType + "]";
    }
  }
}
