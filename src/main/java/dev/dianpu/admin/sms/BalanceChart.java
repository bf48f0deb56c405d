package dev.dianpu.admin.sms;

import dev.dianpu.sms.supply.BalancePoint;
import dev.dianpu.sms.supply.Supply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The course of a balance as a drawing made on the server, and the same as a table. */
public final class BalanceChart {

  /** The drawing's own measures; the page stretches it. */
  public static final int WIDTH = 720;
  public static final int HEIGHT = 160;

  private final Supply supply;
  private final Instant from;
  private final Instant until;
  private final BigDecimal top;

  /** The course between two moments. */
  BalanceChart(Supply supply, Instant from, Instant until) {
    this.supply = supply;
    this.from = from;
    this.until = until;
    this.top = supply.points().stream().map(BalancePoint::amount).reduce(BigDecimal.ONE, BigDecimal::max);
  }

  /** The line, as SVG wants it. */
  public String line() {
    List<BalancePoint> points = supply.points();
    String line = points.stream().map(point -> x(point.at()) + "," + y(point.amount()))
        .collect(Collectors.joining(" "));
    // A single point would draw nothing, and what was told last holds until now.
    return line + " " + WIDTH + "," + y(supply.amount());
  }

  /** How far down the line stands below which the owner is warned. */
  public String limit(int percent) {
    return y(supply.full().multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100)));
  }

  /** The largest value, at the upper edge. */
  public String highest() {
    return plain(top);
  }

  /** The last value of each day, the newest first. */
  public Map<LocalDate, String> days(ZoneId zone) {
    Map<LocalDate, String> days = new TreeMap<>(Comparator.reverseOrder());
    supply.points().forEach(point -> days.put(LocalDate.ofInstant(point.at(), zone), plain(point.amount())));
    return days;
  }

  /** With thousands apart, so that the number of digits is seen. */
  static String plain(BigDecimal amount) {
    return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
  }

  private String x(Instant at) {
    double share = (double) Duration.between(from, at).toSeconds() / Duration.between(from, until).toSeconds();
    return String.format(Locale.ROOT, "%.1f", WIDTH * Math.min(1, Math.max(0, share)));
  }

  private String y(BigDecimal amount) {
    double share = amount.divide(top, 6, RoundingMode.HALF_UP).doubleValue();
    return String.format(Locale.ROOT, "%.1f", HEIGHT * (1 - Math.min(1, Math.max(0, share))));
  }
}
