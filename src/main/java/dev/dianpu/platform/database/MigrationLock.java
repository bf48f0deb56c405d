package dev.dianpu.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Held by the one node that runs scripts on this database; the database gives it back when that node dies. */
final class MigrationLock implements AutoCloseable {

  /** Below the socket's time-out, so that waiting is not taken for a dead connection. */
  private static final int SECONDS = 40;
  private static final String NAME = "concat('dianpu.', left(sha2(database(), 256), 40))";

  private final Connection connection;

  MigrationLock(DataSource dataSource) throws SQLException {
    connection = dataSource.getConnection();
    if (ask("select get_lock(" + NAME + ", " + SECONDS + ")") != 1) {
      connection.close();
      throw new SQLException("Another node has been running scripts on this database for " + SECONDS + " seconds.");
    }
  }

  /** The connection that holds it. */
  Connection connection() {
    return connection;
  }

  private int ask(String query) throws SQLException {
    try (var statement = connection.createStatement(); ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      ask("select release_lock(" + NAME + ")");
    }
  }
}
