package dev.dianpu.member;

/** How a member came in. */
public enum LoginWay {
  PASSWORD,
  /** By a code to the phone. */
  CODE,
  /** With a new password in place of the forgotten one. */
  RESET,
  /** By becoming a member. */
  REGISTER
}
