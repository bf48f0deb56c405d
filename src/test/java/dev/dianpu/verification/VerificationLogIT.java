package dev.dianpu.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.database.Slice;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.VerificationLog.Filter;
import dev.dianpu.verification.VerificationLog.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The admin's log on some thousand rows of every kind. */
class VerificationLogIT {

  private static final int ROWS = Integer.getInteger("dianpu.log.rows", 20_000);
  private static final int SIZE = 10;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final PhoneNumber PHONE = phone(77);
  /** A third of all rows come from here, as behind a proxy that hides its clients. */
  private static final String BUSY = "203.0.113.1";

  private static VerificationBeans room;
  private static VerificationLog log;

  @BeforeAll
  static void fill() throws SQLException {
    room = new VerificationBeans();
    log = room.beans.get(VerificationLog.class);
    Codes codes = room.beans.get(Codes.class);
    try (Connection connection = room.database.connect(); PreparedStatement insert = connection.prepareStatement(
        "insert into verification (public_id, session_id, phone_digest, phone_sealed, purpose, code_digest, tries,"
            + " sends, created_at, sent_at, expires_at, address, reservation_id, outcome, channel, state)"
            + " values (?, ?, ?, ?, ?, ?, 0, 1, ?, ?, ?, ?, 1, ?, 'chanyoo', ?)")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < ROWS; i++) {
        insert(insert, codes, i);
      }
      insert.executeBatch();
      connection.commit();
      connection.createStatement().execute("analyze table verification");
    }
  }

  private static void insert(PreparedStatement insert, Codes codes, int i) throws SQLException {
    PhoneNumber phone = phone(i % (ROWS / 4));
    String id = codes.publicId();
    insert.setString(1, id);
    insert.setLong(2, i);
    insert.setBytes(3, codes.digest(phone));
    insert.setString(4, codes.seal(id, Contact.of(phone)));
    // The odd kinds are old and rare: walking the whole table in search of them is what must not happen.
    insert.setString(5, (i < 40 ? Purpose.values()[i % 6] : Purpose.values()[i % 2]).name());
    insert.setBytes(6, new byte[32]);
    for (int time = 7; time <= 9; time++) {
      insert.setString(time, time(i).toString().replace('T', ' ').replace("Z", ""));
    }
    insert.setString(10, i % 3 == 0 ? BUSY : "198.51.100." + i % 250);
    insert.setString(11, (i < 40 ? Delivery.values()[i % 4] : Delivery.values()[1 + i % 2]).name());
    insert.setString(12, (i < 40 ? VerificationState.values()[i % 5] : VerificationState.values()[2 + i % 2]).name());
    insert.addBatch();
    if (i % 1000 == 999) {
      insert.executeBatch();
    }
  }

  private static PhoneNumber phone(int i) {
    return new PhoneNumber("+86138%08d".formatted(i));
  }

  /** Two rows of each second, as simultaneous requests leave them. */
  private static Instant time(int i) {
    return START.plusSeconds(i / 2);
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static List<Filter> everyCombination() {
    List<Filter> all = new ArrayList<>();
    List<Optional<Instant>> starts = List.of(Optional.empty(), Optional.of(time(ROWS / 2)));
    List<Optional<Instant>> ends = List.of(Optional.empty(), Optional.of(time(ROWS * 3 / 4)));
    for (Optional<Purpose> purpose : either(Purpose.REGISTER, Purpose.CONFIRM)) {
      for (Optional<VerificationState> state : either(VerificationState.USED, VerificationState.EXHAUSTED)) {
        for (Optional<Delivery> outcome : either(Delivery.ACCEPTED, Delivery.SENDING)) {
          for (Optional<PhoneNumber> phone : either(PHONE, phone(90_000_000))) {
            for (Optional<String> address : either(BUSY, "192.0.2.1")) {
              starts.forEach(from -> ends.forEach(until ->
                  all.add(new Filter(purpose, state, outcome, phone, from, until, address))));
            }
          }
        }
      }
    }
    return all;
  }

  private static <T> List<Optional<T>> either(T common, T rare) {
    return List.of(Optional.empty(), Optional.of(common), Optional.of(rare));
  }

  /** How many rows the storage engine was asked for, which is what takes the time when a table is large. */
  private static long touched(Runnable work) {
    return room.beans.transactions().inOne(() -> {
      long before = handlerReads();
      work.run();
      return handlerReads() - before;
    });
  }

  private static long handlerReads() {
    List<?> counters = room.beans.transactions().current().orElseThrow()
        .createNativeQuery("show session status like 'Handler_read%'").getResultList();
    return counters.stream().map(Object[].class::cast).filter(counter -> !counter[0].toString().endsWith("_tmp"))
        .mapToLong(counter -> Long.parseLong(counter[1].toString())).sum();
  }

  @Test
  void noCombinationOfFiltersReadsMoreThanItsPagesNeed() {
    // 120 kinds at most, each read for one page at most, sorted together once.
    long bound = 120L * (SIZE + 2) * 2;
    assertThat(bound).isLessThan(ROWS / 4);
    for (Filter filter : everyCombination()) {
      assertThat(touched(() -> log.page(filter, null, SIZE))).as(filter.toString()).isLessThan(bound);
    }
  }

  @Test
  void aPageDeepInTheLogCostsNoMoreThanTheFirst() {
    long deep = Long.parseLong(room.read("select min(id) + 100 from verification"));
    assertThat(touched(() -> log.page(Filter.all(), deep, SIZE))).isLessThan(100);
  }

  @Test
  void everyCombinationFindsExactlyItsNewestRows() {
    List<Row> all = allRows();
    assertThat(all).hasSize(ROWS);
    for (Filter filter : everyCombination()) {
      List<Long> expected = all.stream().filter(wanted(filter)).limit(SIZE).map(Row::id).toList();
      Slice<Row> page = log.page(filter, null, SIZE);
      assertThat(page.rows().stream().map(Row::id)).as(filter.toString()).isEqualTo(expected);
    }
  }

  private static Predicate<Row> wanted(Filter filter) {
    String masked = filter.phone().map(PhoneNumber::masked).orElse("");
    return row -> filter.purpose().map(row.purpose()::equals).orElse(true)
        && filter.state().map(row.state()::equals).orElse(true)
        && filter.outcome().map(row.outcome()::equals).orElse(true)
        && filter.address().map(row.address()::equals).orElse(true)
        && filter.from().map(from -> !row.at().isBefore(from)).orElse(true)
        && filter.until().map(until -> row.at().isBefore(until)).orElse(true)
        && (masked.isEmpty()
            || row.maskedPhone().equals(masked) && log.phone(row.id()).equals(filter.phone()));
  }

  private static List<Row> allRows() {
    List<Row> rows = new ArrayList<>();
    Long before = null;
    do {
      Slice<Row> page = log.page(Filter.all(), before, 200);
      rows.addAll(page.rows());
      before = page.before().orElse(null);
    } while (before != null);
    return rows;
  }

  @Test
  void pagesFollowEachOtherWithoutGapsAndRepeats() {
    Filter filter = new Filter(Optional.of(Purpose.REGISTER), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(time(0)), Optional.of(time(120)), Optional.empty());
    List<Row> rows = new ArrayList<>();
    Long before = null;
    do {
      Slice<Row> page = log.page(filter, before, 7);
      rows.addAll(page.rows());
      before = page.before().orElse(null);
    } while (before != null);
    long expected = LongStream.range(0, 120).filter(i -> i < 40 ? i % 6 == 0 : i % 2 == 0).count();
    assertThat(rows).hasSize((int) expected).doesNotHaveDuplicates();
    List<Row> newestFirst = new ArrayList<>(rows);
    newestFirst.sort(Comparator.comparing(Row::at).thenComparing(Row::id).reversed());
    assertThat(rows).isEqualTo(newestFirst);
    assertThat(Collections.max(rows, Comparator.comparing(Row::at)).maskedPhone()).contains("****");
  }
}
