package dev.dianpu.admin.guard;

import dev.dianpu.guard.Course;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was asked for, sent and used over a time, as a drawing made on the server, and the same as a table.
 *
 * @param points at least two, the oldest first
 * @param price of an SMS, in yuan
 */
public record CourseChart(List<Course.Point> points, BigDecimal price) {

  /** The drawing's own measures; the page stretches it. */
  private static final int WIDTH = 720;
  private static final int HEIGHT = 160;

  /** The largest value, at the upper edge. */
  public long highest() {
    return points.stream().mapToLong(point -> Math.max(point.asked(), Math.max(point.sent(), point.verified()))).max()
        .orElse(0);
  }

  public String askedLine() {
    return line(Course.Point::asked);
  }

  public String sentLine() {
    return line(Course.Point::sent);
  }

  public String verifiedLine() {
    return line(Course.Point::verified);
  }

  private String line(ToLongFunction<Course.Point> value) {
    double top = Math.max(1, highest());
    return IntStream.range(0, points.size()).mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f",
            (double) WIDTH * i / (points.size() - 1), HEIGHT * (1 - value.applyAsLong(points.get(i)) / top)))
        .collect(Collectors.joining(" "));
  }

  public long asked() {
    return points.stream().mapToLong(Course.Point::asked).sum();
  }

  public long sent() {
    return points.stream().mapToLong(Course.Point::sent).sum();
  }

  public long verified() {
    return points.stream().mapToLong(Course.Point::verified).sum();
  }

  /** What these SMS cost by the price in the settings, in yuan. */
  public BigDecimal cost(long sms) {
    return price.multiply(BigDecimal.valueOf(sms));
  }
}
