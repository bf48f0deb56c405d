package dev.dianpu.limit;

import java.time.Duration;

/**
 * How far back a list of sends reaches, and how finely. Those of the row that everybody waits for are coarser, so that it
 * stays small.
 */
enum Span {
  /** For the site. */
  HOUR(Duration.ofHours(1), 64),
  DAY(Duration.ofDays(1), 256),
  /** For the site. */
  COARSE_DAY(Duration.ofDays(1), 96);

  private final Duration length;
  private final long millis;
  private final int exact;

  Span(Duration length, int exact) {
    this.length = length;
    this.millis = length.toMillis();
    this.exact = exact;
  }

  /** How long a send is remembered. */
  Duration length() {
    return length;
  }

  /** The same in milliseconds. */
  long millis() {
    return millis;
  }

  /** So many entries are kept apart; beyond, those that fall into the same share of the span become one. */
  int exact() {
    return exact;
  }

  /** Into which share a time falls. */
  long share(long at) {
    return at / (millis / exact);
  }
}
