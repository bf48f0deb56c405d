package dev.dianpu.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.database.Slice;
import dev.dianpu.sms.supply.Usage;
import dev.dianpu.sms.supply.UsageDay;
import dev.dianpu.sms.supply.UsageFilter;
import dev.dianpu.sms.supply.UsageRow;
import dev.dianpu.sms.supply.UsageTotal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SMS were used for, of some thousand attempts over 40 days; as many as {@code dianpu.log.rows} tells. */
class UsageIT {

  private static final int ROWS = Integer.getInteger("dianpu.log.rows", 20_000);
  private static final int DAYS = 40;
  /** The beginning of a day in Shanghai. */
  private static final Instant START = Instant.parse("2026-10-12T16:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-10-13");
  private static final UsageFilter ALL = new UsageFilter(Optional.empty(), Optional.empty(), Optional.empty());

  private static SmsBeans room;
  private static Usage usage;

  @BeforeAll
  static void fill() throws SQLException {
    room = new SmsBeans();
    usage = room.beans.get(Usage.class);
    try (Connection connection = room.database.connect();
        PreparedStatement message = connection.prepareStatement("insert into sms_message"
            + " (id, to_digest, to_sealed, template, text_sealed, state, created_at)"
            + " values (?, unhex(sha2('x', 256)), 'SEALED-PHONE', 'register', 'x', 'ACCEPTED', ?)");
        PreparedStatement attempt = connection.prepareStatement("insert into sms_attempt"
            + " (id, message_id, to_digest, attempt_id, channel, state, cause, gateway_code, gateway_text, request_id,"
            + " gateway_id, explanation, parts, started_at)"
            + " values (?, ?, unhex(sha2('x', 256)), ?, ?, ?, '', '', '', '', '', '', ?, ?)")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < ROWS; i++) {
        insert(message, attempt, i);
        if (i % 1000 == 999) {
          message.executeBatch();
          attempt.executeBatch();
        }
      }
      connection.commit();
      connection.createStatement().execute("analyze table sms_attempt");
    }
    room.clock.forward(Duration.between(room.clock.instant(), START.plus(Duration.ofDays(DAYS))));
  }

  /** Every fourth is rejected, every second of the others takes two parts; two channels take turns. */
  private static void insert(PreparedStatement message, PreparedStatement attempt, int i) throws SQLException {
    String at = START.plusMillis(Duration.ofDays(DAYS).toMillis() / ROWS * i).toString().replace('T', ' ').replace("Z", "");
    message.setLong(1, i + 1);
    message.setString(2, at);
    message.addBatch();
    attempt.setLong(1, i + 1);
    attempt.setLong(2, i + 1);
    attempt.setString(3, "a" + i);
    attempt.setString(4, "chan" + i % 2);
    attempt.setString(5, i % 4 == 3 ? "REJECTED" : i % 4 == 2 ? "UNKNOWN" : "ACCEPTED");
    attempt.setInt(6, i % 4 == 1 ? 2 : 1);
    attempt.setString(7, at);
    attempt.addBatch();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void settings() {
    room.settings.putAll(Map.of("sms.price", "0.05", "shop.zone", "Asia/Shanghai"));
    room.execute("delete from sms_balance");
  }

  private static UsageFilter between(String channel, int from, int until) {
    return new UsageFilter(Optional.of(channel).filter(name -> !name.isEmpty()),
        Optional.of(START.plus(Duration.ofDays(from))), Optional.of(START.plus(Duration.ofDays(until))));
  }

  @Test
  void sumsAreByTheDaysOfTheShopAndByChannel() {
    List<UsageDay> days = usage.totals(between("", 0, DAYS)).stream().map(UsageTotal::day).toList();

    int day = ROWS / DAYS;
    assertThat(days).hasSize(2 * DAYS);
    assertThat(days.get(0)).isEqualTo(new UsageDay(FIRST.plusDays(DAYS - 1), "chan0", day / 2, day / 2));
    assertThat(days.get(1)).isEqualTo(new UsageDay(FIRST.plusDays(DAYS - 1), "chan1", day / 4, day / 2));
    assertThat(usage.totals(between("chan1", 3, 5))).extracting(total -> total.day().day())
        .containsExactly(FIRST.plusDays(4), FIRST.plusDays(3));
    assertThat(usage.totals(between("chan1", 3, 4)).get(0).cost())
        .isEqualByComparingTo(Double.toString(0.05 * (ROWS / DAYS / 2)));
  }

  @Test
  void aSumReadsTheIndexOfItsTimeAndNothingElse() {
    long all = touched(() -> usage.totals(between("", 0, DAYS)));
    long one = touched(() -> usage.totals(between("", 10, 11)));

    assertThat(all).isLessThan(ROWS * 2L);
    assertThat(one).isLessThan(ROWS / DAYS * 3L + 1_000);
  }

  /** The page reads it for every look: with a million rows it must still be there at once. */
  @Test
  void thePageIsFast() {
    usage.totals(ALL);
    long before = System.nanoTime();
    usage.totals(ALL);
    usage.page(ALL, null, 30);
    Duration took = Duration.ofNanos(System.nanoTime() - before);

    System.getLogger("usage").log(System.Logger.Level.INFO, "{0} rows: {1} ms", ROWS, took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  private static long touched(Runnable work) {
    return room.beans.transactions().inOne(() -> {
      long before = reads();
      work.run();
      return reads() - before;
    });
  }

  private static long reads() {
    return room.beans.transactions().current().orElseThrow()
        .createNativeQuery("show session status like 'Handler_read%'").getResultList().stream()
        .map(Object[].class::cast).mapToLong(counter -> Long.parseLong(((Object[]) counter)[1].toString())).sum();
  }

  @Test
  void pagesLeadThroughWhatWasPaidForNewestFirst() {
    Slice<UsageRow> first = usage.page(between("chan0", 0, DAYS), null, 50);
    Slice<UsageRow> second = usage.page(between("chan0", 0, DAYS), first.before().orElseThrow(), 50);

    List<UsageRow> rows = new ArrayList<>(first.rows());
    rows.addAll(second.rows());
    assertThat(rows).hasSize(100).extracting(UsageRow::number)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder()).doesNotHaveDuplicates();
    assertThat(rows).extracting(UsageRow::channel).containsOnly("chan0");
    assertThat(rows).extracting(UsageRow::state).containsOnly(AttemptState.ACCEPTED, AttemptState.UNKNOWN);
  }

  @Test
  void anExportHasEveryRowOnceAndNoPhone() throws IOException {
    List<UsageRow> rows = new ArrayList<>();
    usage.export(ALL, rows::add);

    assertThat(rows).hasSize(ROWS / 4 * 3).extracting(UsageRow::number).doesNotHaveDuplicates()
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(rows.toString()).doesNotContain("SEALED");

    List<UsageRow> some = new ArrayList<>();
    usage.export(between("chan1", 2, 3), some::add);
    assertThat(some).hasSize(ROWS / DAYS / 4);
  }

  @Test
  void whatTheGatewayTookIsSetBesideWhatWasCounted() {
    int parts = ROWS / DAYS / 2;
    balance("chan1", 1, 23, 10_000 + 3 * parts);
    balance("chan1", 2, 12, 10_000 + 2 * parts + parts / 2);
    balance("chan1", 2, 23, 10_000 + 2 * parts);
    balance("chan1", 3, 23, 10_000 + parts - 7);
    balance("chan1", 4, 12, 50_000);
    List<UsageTotal> totals = usage.totals(between("chan1", 2, 6));

    assertThat(totals).extracting(total -> total.day().day().getDayOfMonth() + " "
            + total.difference().map(java.math.BigDecimal::intValue).orElse(null) + " " + total.agrees())
        .containsExactly("18 null true", "17 " + -parts + " false", "16 7 false", "15 0 true");
  }

  private static void balance(String channel, int day, int hour, int amount) {
    Instant at = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
    room.execute("insert into sms_balance (channel, at, amount, unit) values ('" + channel + "', '"
        + at.toString().replace('T', ' ').replace("Z", "") + "', " + amount + ", 'MESSAGES')");
  }
}
