package dev.dianpu.limit;

/**
 * What a row of {@code send_budget} holds.
 *
 * @param all its sends
 * @param known of the site: those of ranges that had sent before; empty otherwise
 */
record Row(Sends all, Sends known) {

  /** What a missing row means. */
  static Row empty() {
    return new Row(Sends.of(new byte[0]), Sends.of(new byte[0]));
  }
}
