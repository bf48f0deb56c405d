package dev.dianpu.limit;

import dev.dianpu.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of {@code send_reservation}. */
final class ReservationRepository {

  /** In the order of {@link Budget#VISITORS}. */
  private static final List<String> DIGESTS =
      List.of("phone", "address", "address_range", "phone_prefix", "session_subject", "member_subject");
  private static final String SELECT = "select id, at, known_range, cost, given_back, " + String.join(", ", DIGESTS)
      + " from send_reservation where ";
  private static final int FIRST_DIGEST = 6;

  private final Connection connection;

  ReservationRepository(Connection connection) {
    this.connection = connection;
  }

  long insert(Subjects subjects, SiteSends.Share share) throws SQLException {
    return Sql.insert(connection, "insert into send_reservation (at, known_range, cost, "
            + String.join(", ", DIGESTS) + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Instant.ofEpochMilli(share.at()), share.known() ? 1 : 0, share.cost(),
        subjects.of(Budget.PHONE), subjects.of(Budget.ADDRESS), subjects.of(Budget.RANGE),
        subjects.of(Budget.PREFIX), subjects.of(Budget.SESSION), subjects.of(Budget.MEMBER));
  }

  /** Locks a reservation, so that two that give it back do so one after the other. */
  Optional<SendStore.Taken> lock(long id) throws SQLException {
    try (PreparedStatement query = Sql.bind(connection.prepareStatement(SELECT + "id = ? for update"), id);
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? Optional.of(taken(rows)) : Optional.empty();
    }
  }

  /** Reservations by their numbers, locking none. */
  Map<Long, SendStore.Taken> find(Collection<Long> ids) throws SQLException {
    Map<Long, SendStore.Taken> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    String places = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement query =
            Sql.bind(connection.prepareStatement(SELECT + "id in (" + places + ")"), ids.toArray());
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.put(rows.getLong(1), taken(rows));
      }
    }
    return found;
  }

  private static SendStore.Taken taken(ResultSet row) throws SQLException {
    Map<Budget, byte[]> digests = new EnumMap<>(Budget.class);
    for (int i = 0; i < Budget.VISITORS.size(); i++) {
      byte[] digest = row.getBytes(FIRST_DIGEST + i);
      if (digest != null) {
        digests.put(Budget.VISITORS.get(i), digest);
      }
    }
    SiteSends.Share share = new SiteSends.Share(
        Sql.instant(row.getObject(2)).toEpochMilli(), row.getInt(3) == 1, row.getLong(4));
    return new SendStore.Taken(new Subjects(digests), share, row.getInt(5));
  }

  void markGivenBack(long id, int bits) throws SQLException {
    Sql.update(connection, "update send_reservation set given_back = given_back | ? where id = ?", bits, id);
  }

  /** All that this subject took counts as given back, since its budget was emptied. */
  void markGivenBack(Budget budget, byte[] subject) throws SQLException {
    Sql.update(connection, "update send_reservation set given_back = given_back | ? where "
        + DIGESTS.get(Budget.VISITORS.indexOf(budget)) + " = ?", budget.bit(), subject);
  }
}
