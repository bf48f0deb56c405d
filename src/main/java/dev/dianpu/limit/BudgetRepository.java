package dev.dianpu.limit;

import dev.dianpu.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of {@code send_budget}. Every statement that locks names whole primary keys, so that it locks those rows and
 * no others, in the order of {@link Budget}.
 */
final class BudgetRepository {

  private static final String PHONE_ADDRESS_RANGE =
      "((kind = 1 and subject = ?) or (kind = 2 and subject = ?) or (kind = 3 and subject = ?))";

  private final Connection connection;

  BudgetRepository(Connection connection) {
    this.connection = connection;
  }

  /** Reads all four rows as they are now, without a lock. */
  Map<Budget, Row> read(Subjects subjects) throws SQLException {
    Map<Budget, Row> found = new EnumMap<>(Budget.class);
    for (Budget budget : Budget.values()) {
      found.put(budget, Row.empty());
    }
    try (PreparedStatement query = Sql.bind(connection.prepareStatement(
            "select kind, sends, known_sends from send_budget"
                + " where " + PHONE_ADDRESS_RANGE + " or (kind = 4 and subject = ?)"),
            subjects.phone(), subjects.address(), subjects.range(), subjects.of(Budget.SITE));
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.put(Budget.values()[rows.getInt(1) - 1], new Row(Sends.of(rows.getBytes(2)), Sends.of(rows.getBytes(3))));
      }
      return found;
    }
  }

  /** Locks the rows of phone, address and range, making those that are missing, in one round trip. */
  void lock(Subjects subjects, Instant now) throws SQLException {
    Sql.update(connection, "insert into send_budget (kind, subject, expires_at) values (1, ?, ?), (2, ?, ?), (3, ?, ?)"
            + " on duplicate key update kind = send_budget.kind",
        subjects.phone(), now, subjects.address(), now, subjects.range(), now);
  }

  /** Writes the rows that {@link #lock} locked, in one round trip. */
  void write(Subjects subjects, Map<Budget, Row> rows) throws SQLException {
    Sends phone = rows.get(Budget.PHONE).all();
    Sends address = rows.get(Budget.ADDRESS).all();
    Sends range = rows.get(Budget.RANGE).all();
    Sql.update(connection, "update send_budget set sends = case kind when 1 then ? when 2 then ? else ? end,"
            + " expires_at = case kind when 1 then ? when 2 then ? else ? end where " + PHONE_ADDRESS_RANGE,
        phone.bytes(), address.bytes(), range.bytes(),
        expiry(phone, Budget.PHONE), expiry(address, Budget.ADDRESS), expiry(range, Budget.RANGE),
        subjects.phone(), subjects.address(), subjects.range());
  }

  /** Locks one row; empty if there is none. A script makes the site's. */
  Optional<Row> lock(Budget budget, Subjects subjects) throws SQLException {
    try (PreparedStatement query = Sql.bind(connection.prepareStatement(
            "select sends, known_sends from send_budget where kind = ? and subject = ? for update"),
            budget.kind(), subjects.of(budget));
        ResultSet rows = query.executeQuery()) {
      return rows.next()
          ? Optional.of(new Row(Sends.of(rows.getBytes(1)), Sends.of(rows.getBytes(2)))) : Optional.empty();
    }
  }

  void write(Budget budget, Subjects subjects, Row row) throws SQLException {
    Sql.update(connection,
        "update send_budget set sends = ?, known_sends = ?, expires_at = ? where kind = ? and subject = ?",
        row.all().bytes(), row.known().bytes(), expiry(row.all(), budget), budget.kind(), subjects.of(budget));
  }

  private static Instant expiry(Sends sends, Budget budget) {
    return Instant.ofEpochMilli(Math.max(0, sends.last()) + budget.memory());
  }
}
