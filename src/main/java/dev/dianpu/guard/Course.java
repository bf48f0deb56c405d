package dev.dianpu.guard;

import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last 24 hours and 30 days in numbers, for the owner. */
@ApplicationScoped
public class Course {

  private static final int HOURS = 24;
  private static final int DAYS = 30;
  private static final int MOST = 100_000;

  @Inject CountRepository counts;
  @Inject Settings settings;
  @Inject Clock clock;

  /** What happened in an hour, or on a day of the shop. */
  public record Point(Instant from, long asked, long sent, long verified) {

    Point plus(Count count) {
      return new Point(from, asked + count.asked(), sent + count.sent(), verified + count.verified());
    }
  }

  /** Why no code was sent, and how often. */
  public record Refusal(String reason, long times) {}

  /** How many codes of a subject were sent and used. */
  public record Conversion(Subject subject, long sent, long verified) {

    /** Used codes of a hundred sent. */
    public long percent() {
      return sent == 0 ? 0 : Math.min(100, verified * 100 / sent);
    }
  }

  /** The last 24 hours, the oldest first. */
  public List<Point> hours() {
    Instant last = clock.instant().truncatedTo(ChronoUnit.HOURS);
    List<Instant> starts = new ArrayList<>();
    for (int back = HOURS - 1; back >= 0; back--) {
      starts.add(last.minus(Duration.ofHours(back)));
    }
    return points(starts);
  }

  /** The last 30 days as the shop's clocks have them, the oldest first. */
  public List<Point> days() {
    ZoneId zone = ZoneId.of(settings.text("shop.zone"));
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<Instant> starts = new ArrayList<>();
    for (int back = DAYS - 1; back >= 0; back--) {
      starts.add(today.minusDays(back).atStartOfDay(zone).toInstant());
    }
    return points(starts);
  }

  private List<Point> points(List<Instant> starts) {
    Map<Instant, Point> points = new LinkedHashMap<>();
    starts.forEach(start -> points.put(start, new Point(start, 0, 0, 0)));
    int current = 0;
    for (CountRepository.Piece piece : counts.pieces(Kind.SITE, starts.get(0), clock.instant().plusSeconds(1), MOST)) {
      while (current + 1 < starts.size() && !piece.bucket().isBefore(starts.get(current + 1))) {
        current++;
      }
      points.computeIfPresent(starts.get(current), (start, point) -> point.plus(piece.count()));
    }
    return List.copyOf(points.values());
  }

  /** What was refused since then, the most frequent reason first. */
  public List<Refusal> refusals(Instant since) {
    return counts.refusals(since).entrySet().stream().map(entry -> new Refusal(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Refusal::times).reversed().thenComparing(Refusal::reason)).toList();
  }

  /** Those of a kind that sent most in a window that ends now. */
  public List<Conversion> most(Kind kind, Window window, int most) {
    return counts.most(kind, window.start(clock.instant()), most).stream()
        .map(sum -> new Conversion(sum.subject(), sum.sent(), sum.verified())).toList();
  }
}
