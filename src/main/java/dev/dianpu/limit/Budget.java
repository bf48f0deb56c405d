package dev.dianpu.limit;

import java.util.List;

/** The kinds of budgets, in the order in which their rows are locked. The site's comes last: everybody waits for it. */
enum Budget {
  PHONE(1),
  ADDRESS(2),
  RANGE(3),
  /** The first seven digits of phones: who earns by each SMS owns many numbers that begin alike. */
  PREFIX(5),
  SESSION(6),
  MEMBER(7),
  /** Number and price, of the hour and of the day: one row of {@code send_site}. */
  SITE(4);

  /** Those that stand in {@code send_budget}. */
  static final List<Budget> VISITORS = List.of(PHONE, ADDRESS, RANGE, PREFIX, SESSION, MEMBER);

  private final int kind;

  Budget(int kind) {
    this.kind = kind;
  }

  /** The visitors' budget of this kind. */
  static Budget of(int kind) {
    return VISITORS.stream().filter(budget -> budget.kind == kind).findFirst().orElseThrow();
  }

  /** As in {@code send_budget.kind}. */
  int kind() {
    return kind;
  }

  /** As in {@code send_reservation.given_back}. */
  int bit() {
    return 1 << (kind - 1);
  }
}
