package dev.dianpu.captcha;

/** What became of an answer to a captcha. */
public enum Answer {
  /** The captcha was solved. */
  RIGHT,
  /** Something else was typed; this captcha is spent. */
  WRONG,
  /** Nothing was typed, or the browser holds no captcha of this form that can still be answered. */
  MISSING
}
