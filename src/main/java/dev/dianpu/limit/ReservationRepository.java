package dev.dianpu.limit;

import dev.dianpu.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of {@code send_reservation}. */
final class ReservationRepository {

  private final Connection connection;

  ReservationRepository(Connection connection) {
    this.connection = connection;
  }

  /**
   * What one send took.
   *
   * @param at under which time, in milliseconds
   * @param known whether it counts among the site's sends of known ranges
   * @param givenBack bits of the budgets that have their unit back
   */
  record Taken(Subjects subjects, long at, boolean known, int givenBack) {}

  long insert(Subjects subjects, long at, boolean known) throws SQLException {
    return Sql.insert(connection,
        "insert into send_reservation (at, phone, address, address_range, known_range) values (?, ?, ?, ?, ?)",
        Instant.ofEpochMilli(at), subjects.phone(), subjects.address(), subjects.range(), known ? 1 : 0);
  }

  /** Locks a reservation, so that two that give it back do so one after the other. */
  Optional<Taken> lock(long id) throws SQLException {
    try (PreparedStatement query = Sql.bind(connection.prepareStatement("select at, phone, address, address_range,"
            + " known_range, given_back from send_reservation where id = ? for update"), id);
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? Optional.of(taken(rows)) : Optional.empty();
    }
  }

  /** Reservations by their numbers, locking none. */
  Map<Long, Taken> find(Collection<Long> ids) throws SQLException {
    Map<Long, Taken> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    String places = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement query = Sql.bind(connection.prepareStatement("select at, phone, address, address_range,"
            + " known_range, given_back, id from send_reservation where id in (" + places + ")"), ids.toArray());
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.put(rows.getLong(7), taken(rows));
      }
    }
    return found;
  }

  private static Taken taken(ResultSet rows) throws SQLException {
    return new Taken(new Subjects(rows.getBytes(2), rows.getBytes(3), rows.getBytes(4)),
        rows.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC).toEpochMilli(),
        rows.getInt(5) == 1, rows.getInt(6));
  }

  void markGivenBack(long id, int bits) throws SQLException {
    Sql.update(connection, "update send_reservation set given_back = given_back | ? where id = ?", bits, id);
  }
}
