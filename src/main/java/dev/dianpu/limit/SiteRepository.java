package dev.dianpu.limit;

import dev.dianpu.platform.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The row of {@code send_site}. */
final class SiteRepository {

  static final String COLUMNS = "hour_sends, hour_known, hour_money, day_sends, day_known, day_money";

  private final Connection connection;

  SiteRepository(Connection connection) {
    this.connection = connection;
  }

  /** As it is now. */
  SiteSends read() throws SQLException {
    return read("");
  }

  /** Locks it, for which everybody waits. */
  SiteSends lock() throws SQLException {
    return read(" for update");
  }

  private SiteSends read(String how) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select " + COLUMNS + " from send_site where id = 1" + how);
        ResultSet rows = query.executeQuery()) {
      if (!rows.next()) {
        throw missing();
      }
      return read(rows, 1);
    }
  }

  static SiteSends read(ResultSet row, int first) throws SQLException {
    return new SiteSends(window(row, first), window(row, first + 3));
  }

  private static SiteSends.Window window(ResultSet row, int first) throws SQLException {
    return new SiteSends.Window(Sends.of(row.getBytes(first)), Sends.of(row.getBytes(first + 1)),
        Sends.of(row.getBytes(first + 2)));
  }

  void write(SiteSends site) throws SQLException {
    Sql.update(connection, "update send_site set hour_sends = ?, hour_known = ?, hour_money = ?, day_sends = ?,"
            + " day_known = ?, day_money = ? where id = 1",
        site.hour().all().bytes(), site.hour().known().bytes(), site.hour().money().bytes(),
        site.day().all().bytes(), site.day().known().bytes(), site.day().money().bytes());
  }

  static IllegalStateException missing() {
    return new IllegalStateException("send_site lacks its row, which script V111 makes");
  }
}
