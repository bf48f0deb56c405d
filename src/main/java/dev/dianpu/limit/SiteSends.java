package dev.dianpu.limit;

/** What the whole shop sent, of the last hour and of the last day: the one row of {@code send_site}. */
record SiteSends(Window hour, Window day) {

  /**
   * Of an hour or a day.
   *
   * @param all its sends
   * @param known those of ranges that had sent before
   * @param money their price, in ten-thousandths of a yuan
   */
  record Window(Sends all, Sends known, Sends money) {

    /** Adds a send. */
    private void add(Share share, Span span) {
      all.add(share.at, 1, span);
      if (share.known) {
        known.add(share.at, 1, span);
      }
      money.add(share.at, share.cost, span);
    }

    private void remove(Share share, long now, Span span) {
      all.remove(share.at, 1, now, span);
      if (share.known) {
        known.remove(share.at, 1, now, span);
      }
      money.remove(share.at, share.cost, now, span);
    }
  }

  /**
   * What one send takes of the site's budget.
   *
   * @param at when, in milliseconds
   * @param known whether its range had sent before
   * @param cost in ten-thousandths of a yuan
   */
  record Share(long at, boolean known, long cost) {}

  void add(Share share) {
    hour.add(share, Span.HOUR);
    day.add(share, Span.COARSE_DAY);
  }

  /** Takes it out again, as far as it still counts. */
  void remove(Share share, long now) {
    hour.remove(share, now, Span.HOUR);
    day.remove(share, now, Span.COARSE_DAY);
  }
}
