package dev.dianpu.limit;

import java.time.Duration;

/** The kinds of budgets, in the order in which their rows are locked. The site's comes last: everybody waits for it. */
enum Budget {
  PHONE(Duration.ofDays(1), Duration.ofDays(1)),
  ADDRESS(Duration.ofHours(1), Duration.ofHours(1)),
  RANGE(Duration.ofHours(1), Duration.ofDays(1)),
  SITE(Duration.ofHours(1), Duration.ofHours(1));

  private final long window;
  private final long memory;

  Budget(Duration window, Duration memory) {
    this.window = window.toMillis();
    this.memory = memory.toMillis();
  }

  /** As in {@code send_budget.kind}. */
  int kind() {
    return ordinal() + 1;
  }

  /** As in {@code send_reservation.given_back}. */
  int bit() {
    return 1 << ordinal();
  }

  /** How long a send counts, in milliseconds. */
  long window() {
    return window;
  }

  /** How long it is remembered that there was one at all, in milliseconds. */
  long memory() {
    return memory;
  }
}
