package dev.dianpu.member;

/** Whether a member may come in. */
public enum MemberState {
  ACTIVE,
  /** An admin shut the account; what is in it stays. */
  FROZEN,
  /** The member gave the account up: what is left of the row belongs to the books and names nobody. */
  CLOSED
}
