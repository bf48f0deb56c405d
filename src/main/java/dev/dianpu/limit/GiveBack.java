package dev.dianpu.limit;

/** Why units of a reservation return to their budgets. */
public enum GiveBack {
  /** Surely not sent, for a reason in the number or the text: what stands for money gets it back, phone and visitor wait. */
  REJECTED_FOR_MESSAGE(Budget.RANGE, Budget.PREFIX, Budget.SITE),
  /** Surely not sent, each channel for its own reason: nothing of it is the visitor's doing, everything comes back. */
  REJECTED_BY_ALL_CHANNELS(Budget.values()),
  /** The code was used: somebody honest sits at that address. */
  VERIFIED(Budget.ADDRESS, Budget.RANGE, Budget.PREFIX, Budget.SESSION, Budget.MEMBER, Budget.SITE);

  private final int bits;

  GiveBack(Budget... budgets) {
    int all = 0;
    for (Budget budget : budgets) {
      all |= budget.bit();
    }
    bits = all;
  }

  /** The budgets that get a unit back, as in {@code send_reservation.given_back}. */
  int bits() {
    return bits;
  }
}
