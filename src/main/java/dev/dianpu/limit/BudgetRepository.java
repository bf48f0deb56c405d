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
  private static final byte[] NONE = new byte[0];

  private final Connection connection;

  BudgetRepository(Connection connection) {
    this.connection = connection;
  }

  /** What the whole site sent, and what of it known ranges did. */
  record Site(Sends all, Sends known) {}

  /** Locks the rows of phone, address and range, making those that are missing, in one round trip. */
  Map<Budget, Sends> lock(Subjects subjects, Instant now) throws SQLException {
    Sql.update(connection, "insert into send_budget (kind, subject, expires_at) values (1, ?, ?), (2, ?, ?), (3, ?, ?)"
            + " on duplicate key update kind = send_budget.kind",
        subjects.phone(), now, subjects.address(), now, subjects.range(), now);
    // No "for update": the rows are locked, and a locking scan of a small table would lock others, too.
    try (PreparedStatement query = Sql.bind(
            connection.prepareStatement("select kind, sends from send_budget where " + PHONE_ADDRESS_RANGE),
            subjects.phone(), subjects.address(), subjects.range());
        ResultSet rows = query.executeQuery()) {
      Map<Budget, Sends> found = new EnumMap<>(Budget.class);
      while (rows.next()) {
        found.put(Budget.values()[rows.getInt(1) - 1], Sends.of(rows.getBytes(2)));
      }
      return found;
    }
  }

  /** Writes the rows that {@link #lock} locked, in one round trip. */
  void write(Subjects subjects, Map<Budget, Sends> sends) throws SQLException {
    Sends phone = sends.get(Budget.PHONE);
    Sends address = sends.get(Budget.ADDRESS);
    Sends range = sends.get(Budget.RANGE);
    Sql.update(connection, "update send_budget set sends = case kind when 1 then ? when 2 then ? else ? end,"
            + " expires_at = case kind when 1 then ? when 2 then ? else ? end where " + PHONE_ADDRESS_RANGE,
        phone.bytes(), address.bytes(), range.bytes(),
        expiry(phone, Budget.PHONE), expiry(address, Budget.ADDRESS), expiry(range, Budget.RANGE),
        subjects.phone(), subjects.address(), subjects.range());
  }

  /** Locks one row; empty if there is none, that is, nothing counts. */
  Optional<Site> lock(Budget budget, byte[] subject) throws SQLException {
    try (PreparedStatement query = Sql.bind(connection.prepareStatement(
            "select sends, known_sends from send_budget where kind = ? and subject = ? for update"), budget.kind(), subject);
        ResultSet rows = query.executeQuery()) {
      return rows.next()
          ? Optional.of(new Site(Sends.of(rows.getBytes(1)), Sends.of(rows.getBytes(2)))) : Optional.empty();
    }
  }

  /** Locks the site's row, which everybody waits for: call it last. */
  Site lockSite(Subjects subjects, Instant now) throws SQLException {
    Optional<Site> site = lock(Budget.SITE, subjects.of(Budget.SITE));
    if (site.isEmpty()) {
      Sql.update(connection, "insert ignore into send_budget (kind, subject, expires_at) values (4, ?, ?)",
          subjects.of(Budget.SITE), now);
      site = lock(Budget.SITE, subjects.of(Budget.SITE));
    }
    return site.orElseGet(() -> new Site(Sends.of(NONE), Sends.of(NONE)));
  }

  void write(Budget budget, byte[] subject, Site row) throws SQLException {
    Sql.update(connection, "update send_budget set sends = ?, known_sends = ?, expires_at = ? where kind = ? and subject = ?",
        row.all().bytes(), row.known().bytes(), expiry(row.all(), budget), budget.kind(), subject);
  }

  private static Instant expiry(Sends sends, Budget budget) {
    return Instant.ofEpochMilli(Math.max(0, sends.last()) + budget.memory());
  }
}
