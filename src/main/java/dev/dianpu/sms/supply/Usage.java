package dev.dianpu.sms.supply;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.sms.AttemptState;
import dev.dianpu.sms.SmsCosts;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What SMS were used for: each one, and sums by day and channel beside what the gateways took. */
@ApplicationScoped
public class Usage {

  private static final Duration TOTALS = Duration.ofDays(31);
  private static final Duration LONGEST_TOTALS = Duration.ofDays(400);
  private static final int PAGE = 1_000;
  private static final List<AttemptState> PAID = List.of(AttemptState.ACCEPTED, AttemptState.UNKNOWN);

  @Inject UsageRepository repository;
  @Inject SupplyRepository balances;
  @Inject SmsCosts costs;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Takes the rows of an export, one by one. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one. */
    void take(UsageRow row) throws IOException;
  }

  private record Key(LocalDate day, String channel) {}

  private record Taken(BigDecimal amount, Unit unit) {}

  /** The price of one part, in yuan. */
  public BigDecimal price() {
    return costs.yuan();
  }

  /** The channels that the filter can offer. */
  public List<String> channels() {
    return repository.channels();
  }

  /**
   * A page, the newest first.
   *
   * @param before what the page before named as {@link Slice#before}; null for the newest page
   */
  public Slice<UsageRow> page(UsageFilter filter, Long before, int size) {
    NewestFirst newest = newest(filter);
    if (before != null) {
      repository.find(before).ifPresent(last -> newest.after(last.at(), last.number()));
    }
    return Slice.of(repository.page(newest, size + 1), size, UsageRow::number);
  }

  /** All of them, the newest first, read page by page: a million take no more memory than a thousand. */
  public void export(UsageFilter filter, Sink sink) throws IOException {
    List<UsageRow> rows = repository.page(newest(filter), PAGE);
    while (!rows.isEmpty()) {
      for (UsageRow row : rows) {
        sink.take(row);
      }
      UsageRow last = rows.get(rows.size() - 1);
      rows = rows.size() < PAGE ? List.of() : repository.page(newest(filter).after(last.at(), last.number()), PAGE);
    }
  }

  private static NewestFirst newest(UsageFilter filter) {
    NewestFirst newest = new NewestFirst("sms_attempt",
        filter.channel().isPresent() ? "sms_attempt_log_channel" : "sms_attempt_log_state", "started_at");
    filter.channel().ifPresent(channel -> newest.only("channel", channel));
    filter.from().ifPresent(newest::from);
    filter.until().ifPresent(newest::until);
    return newest.oneOf("state", PAID);
  }

  /** From when sums are made: the last 31 days unless the filter tells, and never of more than 400. */
  public Instant totalsFrom(UsageFilter filter) {
    Instant until = filter.until().orElse(clock.instant());
    Instant from = filter.from().orElse(until.minus(TOTALS));
    return from.isBefore(until.minus(LONGEST_TOTALS)) ? until.minus(LONGEST_TOTALS) : from;
  }

  /** The sums, the newest first. */
  public List<UsageTotal> totals(UsageFilter filter) {
    ZoneId zone = ZoneId.of(settings.text("shop.zone"));
    Instant from = totalsFrom(filter);
    Instant until = filter.until().orElse(clock.instant().plusSeconds(1));
    Map<Key, Taken> taken = taken(from, zone);
    BigDecimal price = price();
    return repository.days(filter.channel().map(List::of).orElseGet(this::channels), from, until, zone).stream()
        .map(day -> {
          Optional<Taken> told = Optional.ofNullable(taken.get(new Key(day.day(), day.channel())));
          return new UsageTotal(day, price.multiply(BigDecimal.valueOf(day.parts())), told.map(Taken::amount),
              told.map(Taken::unit).orElse(Unit.MESSAGES));
        }).toList();
  }

  /** By how much each balance fell on each day; a day whose beginning nobody told is left out. */
  private Map<Key, Taken> taken(Instant from, ZoneId zone) {
    Map<String, List<BalancePoint>> points = new HashMap<>();
    // The last balance of the day before is the first of the day.
    balances.hourly(from.minus(Duration.ofDays(1)))
        .forEach(point -> points.computeIfAbsent(point.channel(), channel -> new ArrayList<>()).add(point));
    Map<Key, Taken> taken = new HashMap<>();
    points.forEach((channel, told) -> {
      for (int i = 1; i < told.size(); i++) {
        BalancePoint point = told.get(i);
        BigDecimal fall = told.get(i - 1).amount().subtract(point.amount()).max(BigDecimal.ZERO);
        taken.merge(new Key(LocalDate.ofInstant(point.at(), zone), channel), new Taken(fall, point.unit()),
            (one, other) -> new Taken(one.amount().add(other.amount()), one.unit()));
      }
    });
    return taken;
  }
}
