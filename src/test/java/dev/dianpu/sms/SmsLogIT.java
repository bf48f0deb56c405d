package dev.dianpu.sms;

import static dev.dianpu.sms.FakeChannel.UNKNOWN;
import static dev.dianpu.sms.SmsBeans.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.database.Slice;
import dev.dianpu.sms.SmsLog.Filter;
import dev.dianpu.sms.SmsLog.Row;
import dev.dianpu.spi.PhoneNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The admin's log on some thousand attempts, older than those that the tests send. */
class SmsLogIT {

  private static final int ROWS = Integer.getInteger("dianpu.log.rows", 20_000);
  private static final int SIZE = 10;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static SmsBeans room;
  private static SmsLog log;

  @BeforeAll
  static void fill() throws SQLException {
    room = new SmsBeans();
    log = room.beans.get(SmsLog.class);
    SmsSecrets secrets = room.beans.get(SmsSecrets.class);
    try (Connection connection = room.database.connect();
        PreparedStatement message = connection.prepareStatement("insert into sms_message"
            + " (id, to_digest, to_sealed, template, text_sealed, state, created_at) values (?, ?, ?, 'x', ?, ?, ?)");
        PreparedStatement attempt = connection.prepareStatement("insert into sms_attempt"
            + " (id, message_id, to_digest, attempt_id, channel, state, cause, gateway_code, gateway_text, request_id,"
            + " gateway_id, explanation, started_at) values (?, ?, ?, ?, ?, ?, '', '', '', '', '', '', ?)")) {
      connection.setAutoCommit(false);
      for (int i = 1; i <= ROWS; i++) {
        insert(message, attempt, secrets, i);
        if (i % 1000 == 0) {
          message.executeBatch();
          attempt.executeBatch();
        }
      }
      connection.commit();
      connection.createStatement().execute("analyze table sms_attempt");
    }
  }

  private static void insert(PreparedStatement message, PreparedStatement attempt, SmsSecrets secrets, int i)
      throws SQLException {
    PhoneNumber phone = new PhoneNumber("+86139%08d".formatted(i % (ROWS / 4)));
    // What is rare is old: walking the whole table in search of it is what must not happen.
    String state = (i < 20 ? AttemptState.values()[i % 4] : AttemptState.ACCEPTED).name();
    String at = START.plusSeconds(i / 2).toString().replace('T', ' ').replace("Z", "");
    message.setLong(1, i);
    message.setBytes(2, secrets.digest(phone));
    message.setString(3, secrets.sealPhone(phone));
    message.setString(4, secrets.sealText(phone, "x", Map.of()));
    message.setString(5, state);
    message.setString(6, at);
    message.addBatch();
    attempt.setLong(1, i);
    attempt.setLong(2, i);
    attempt.setBytes(3, secrets.digest(phone));
    attempt.setString(4, secrets.attemptId());
    attempt.setString(5, i < 20 ? "old" : "chan" + i % 2);
    attempt.setString(6, state);
    attempt.setString(7, at);
    attempt.addBatch();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  private static List<Filter> everyCombination() {
    PhoneNumber known = new PhoneNumber("+8613900000005");
    List<Filter> all = new ArrayList<>();
    for (Optional<String> channel : List.of(Optional.<String>empty(), Optional.of("chan1"), Optional.of("old"))) {
      for (Optional<AttemptState> state : List.of(Optional.<AttemptState>empty(), Optional.of(AttemptState.ACCEPTED),
          Optional.of(AttemptState.UNKNOWN))) {
        for (Optional<PhoneNumber> phone : List.of(Optional.<PhoneNumber>empty(), Optional.of(known))) {
          for (Optional<Instant> from : List.of(Optional.<Instant>empty(), Optional.of(START.plusSeconds(3)))) {
            all.add(new Filter(channel, state, phone, from, Optional.empty()));
            all.add(new Filter(channel, state, phone, from, Optional.of(START.plusSeconds(ROWS / 4))));
          }
        }
      }
    }
    return all;
  }

  private static long touched(Runnable work) {
    return room.beans.transactions().inOne(() -> {
      long before = handlerReads();
      work.run();
      return handlerReads() - before;
    });
  }

  private static long handlerReads() {
    return room.beans.transactions().current().orElseThrow()
        .createNativeQuery("show session status like 'Handler_read%'").getResultList().stream()
        .map(Object[].class::cast).mapToLong(counter -> Long.parseLong(((Object[]) counter)[1].toString())).sum();
  }

  @Test
  void noCombinationOfFiltersReadsMoreThanItsPagesNeed() {
    for (Filter filter : everyCombination()) {
      assertThat(touched(() -> log.page(filter, null, SIZE))).as(filter.toString()).isLessThan(300);
    }
    assertThat(touched(() -> log.channels())).isLessThan(100);
  }

  @Test
  void everyCombinationFindsExactlyItsNewestRows() {
    List<Row> all = rows(Filter.all(), 200);
    for (Filter filter : everyCombination()) {
      List<Long> expected = all.stream().filter(wanted(filter)).limit(SIZE).map(Row::id).toList();
      assertThat(log.page(filter, null, SIZE).rows().stream().map(Row::id)).as(filter.toString()).isEqualTo(expected);
    }
  }

  private static Predicate<Row> wanted(Filter filter) {
    return row -> filter.channel().map(row.channel()::equals).orElse(true)
        && filter.state().map(row.state()::equals).orElse(true)
        && filter.from().map(from -> !row.at().isBefore(from)).orElse(true)
        && filter.until().map(until -> row.at().isBefore(until)).orElse(true)
        && filter.phone().map(phone -> row.maskedPhone().equals(phone.masked())
            && log.phone(row.id()).equals(filter.phone())).orElse(true);
  }

  private static List<Row> rows(Filter filter, int size) {
    List<Row> rows = new ArrayList<>();
    Long before = null;
    do {
      Slice<Row> page = log.page(filter, before, size);
      rows.addAll(page.rows());
      before = page.before().orElse(null);
    } while (before != null);
    return rows;
  }

  @Test
  void pagesFollowEachOtherWithoutGapsAndRepeats() {
    Filter early = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(START.plusSeconds(30)));
    assertThat(rows(early, 7).stream().map(Row::id))
        .isEqualTo(LongStream.iterate(59, id -> id - 1).limit(59).boxed().toList());
  }

  /** Whoever reads the log, or a copy of the database with its key, must not be able to use a code. */
  @Test
  void theTextIsShownWithItsCodeHiddenAndThePhoneMasked() {
    room.channels.clear();
    room.channel("one").answering(UNKNOWN);
    Sent sent = room.send();
    Row row = log.page(new Filter(Optional.of("one"), Optional.empty(), Optional.of(PHONE), Optional.empty(),
        Optional.empty()), null, 1).rows().get(0);
    assertThat(row.messageId()).isEqualTo(sent.messageId());
    assertThat(row.text()).isEqualTo("验证码••••••，5分钟内有效");
    assertThat(row.maskedPhone()).isEqualTo("138****8000");
    assertThat(row.explanation()).isEqualTo("fake.timeout");
    assertThat(log.phone(row.id())).contains(PHONE);
    assertThat(log.channels()).contains("one", "old", "chan0");
    assertThat(room.read("select to_sealed, text_sealed from sms_message where id = " + sent.messageId()))
        .doesNotContain(PHONE.national()).doesNotContain("481516").doesNotContain("分钟");
    room.execute("delete from sms_message where id = " + sent.messageId());
  }
}
