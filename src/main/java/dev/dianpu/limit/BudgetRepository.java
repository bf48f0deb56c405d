package dev.dianpu.limit;

import dev.dianpu.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of {@code send_budget}. Every statement that locks names whole primary keys, so that it locks those rows and
 * no others, in the order of {@link Budget}.
 */
final class BudgetRepository {

  private final Connection connection;

  BudgetRepository(Connection connection) {
    this.connection = connection;
  }

  /** Reads all rows and the site's as they are now, without a lock, in one round trip. */
  SendStore.Everything readAll(Subjects subjects) throws SQLException {
    Map<Budget, Sends> found = none(subjects);
    SiteSends site = null;
    try (PreparedStatement query = Sql.bind(connection.prepareStatement(
            "select kind, sends, '', '', '', '', '' from send_budget where " + these(subjects)
                + " union all select 0, " + SiteRepository.COLUMNS + " from send_site where id = 1"),
            digests(subjects));
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        if (rows.getInt(1) == 0) {
          site = SiteRepository.read(rows, 2);
        } else {
          found.put(Budget.of(rows.getInt(1)), Sends.of(rows.getBytes(2)));
        }
      }
    }
    if (site == null) {
      throw SiteRepository.missing();
    }
    return new SendStore.Everything(found, site);
  }

  /** Reads all rows but the site's. */
  Map<Budget, Sends> read(Subjects subjects) throws SQLException {
    Map<Budget, Sends> found = none(subjects);
    try (PreparedStatement query = Sql.bind(connection.prepareStatement(
            "select kind, sends from send_budget where " + these(subjects)), digests(subjects));
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.put(Budget.of(rows.getInt(1)), Sends.of(rows.getBytes(2)));
      }
      return found;
    }
  }

  /** Locks all rows but the site's, making those that are missing, in one round trip. */
  void lock(Subjects subjects, Instant now) throws SQLException {
    List<Object> values = new ArrayList<>();
    subjects.budgets().forEach(budget -> values.addAll(List.of(budget.kind(), subjects.of(budget), now)));
    Sql.update(connection, "insert into send_budget (kind, subject, expires_at) values "
        + subjects.budgets().stream().map(budget -> "(?, ?, ?)").collect(Collectors.joining(", "))
        + " on duplicate key update kind = send_budget.kind", values.toArray());
  }

  /** Writes the rows that {@link #lock} locked, in one round trip. */
  void write(Subjects subjects, Map<Budget, Sends> sends) throws SQLException {
    String each = subjects.budgets().stream().map(budget -> " when " + budget.kind() + " then ?")
        .collect(Collectors.joining());
    List<Object> values = new ArrayList<>();
    subjects.budgets().forEach(budget -> values.add(sends.get(budget).bytes()));
    subjects.budgets().forEach(budget -> values.add(expiry(sends.get(budget))));
    values.addAll(Arrays.asList(digests(subjects)));
    Sql.update(connection, "update send_budget set sends = case kind" + each + " end, expires_at = case kind" + each
        + " end where " + these(subjects), values.toArray());
  }

  /** A row's primary key. */
  record Key(int kind, byte[] subject) {}

  /**
   * Locks rows in which nothing counts any more. Those that somebody else holds are left for later: a delete by time
   * goes through the index first and the rows after, everybody else the other way round, and each would wait for the
   * other.
   */
  List<Key> lockExpired(Instant now, int most) throws SQLException {
    try (PreparedStatement query = Sql.bind(connection.prepareStatement("select kind, subject from send_budget"
            + " where expires_at < ? order by expires_at limit ? for update skip locked"), now, most);
        ResultSet rows = query.executeQuery()) {
      List<Key> found = new ArrayList<>();
      while (rows.next()) {
        found.add(new Key(rows.getInt(1), rows.getBytes(2)));
      }
      return found;
    }
  }

  /** Deletes rows that {@link #lockExpired} locked, in one round trip, and tells how many. */
  int delete(List<Key> keys) throws SQLException {
    if (keys.isEmpty()) {
      return 0;
    }
    List<Object> values = new ArrayList<>();
    keys.forEach(key -> values.addAll(List.of(key.kind, key.subject)));
    // Not "(kind, subject) in (…)": MariaDB 11.8 answers that by reading, and so locking, every row.
    return Sql.update(connection, "delete from send_budget where "
        + String.join(" or ", Collections.nCopies(keys.size(), "(kind = ? and subject = ?)")), values.toArray());
  }

  private static Map<Budget, Sends> none(Subjects subjects) {
    Map<Budget, Sends> none = new EnumMap<>(Budget.class);
    subjects.budgets().forEach(budget -> none.put(budget, Sends.none()));
    return none;
  }

  private static String these(Subjects subjects) {
    if (subjects.budgets().isEmpty()) {
      return "false";
    }
    return subjects.budgets().stream().map(budget -> "(kind = " + budget.kind() + " and subject = ?)")
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  private static Object[] digests(Subjects subjects) {
    return subjects.budgets().stream().map(subjects::of).toArray();
  }

  private static Instant expiry(Sends sends) {
    return Instant.ofEpochMilli(Math.max(0, sends.last()) + Span.DAY.millis());
  }
}
