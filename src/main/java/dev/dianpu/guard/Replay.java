package dev.dianpu.guard;

import dev.dianpu.platform.web.AddressRange;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What other settings would have done in the last seven days. Reads the counts a day at a time, bounded, and judges
 * each piece of five minutes by what came before it; a step that only records counts as if it were enforced.
 *
 * <p>What was stopped in those days cannot come back: where a pause was enforced, its subject shows less than it would
 * have sent. What an address list lets pass or blocks is told by the first address of a range.
 */
@ApplicationScoped
public class Replay {

  /** How many days are judged. */
  public static final int DAYS = 7;

  /** More rows than that of one day are left out, which is told. */
  private static final int MOST_A_DAY = 20_000;

  @Inject CountRepository counts;
  @Inject Clock clock;

  /** Judges the last seven days by these settings. */
  public Replayed run(Settings wanted) {
    Instant end = Buckets.from(clock.instant());
    Instant start = end.minus(Duration.ofDays(DAYS));
    Past past = new Past(Rules.of(wanted), Buckets.number(start),
        ranges(wanted.text(GuardGroup.BLOCKED)), ranges(wanted.text(GuardGroup.TRUSTED)));
    boolean cut = false;
    Duration day = Duration.ofDays(1);
    // The days before are what a normal day is told by.
    for (Instant from = start.minus(day.multipliedBy(History.DAYS)); from.isBefore(end); from = from.plus(day)) {
      List<CountRepository.Piece> rows = counts.pieces(Kind.FLOW, from, from.plus(day), MOST_A_DAY);
      cut |= rows.size() == MOST_A_DAY;
      past.day(rows);
    }
    return past.result(start, cut);
  }

  private static List<AddressRange> ranges(String text) {
    return text.lines().map(String::strip).flatMap(line -> AddressRange.parse(line).stream()).toList();
  }
}
