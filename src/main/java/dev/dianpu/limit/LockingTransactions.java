package dev.dianpu.limit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions that lock rows which others want, too. The database ends one of two that wait for each other; that one
 * did nothing yet and is run again.
 */
final class LockingTransactions {

  private static final int ATTEMPTS = 10;
  private static final int DEADLOCK = 1213;
  private static final int LOCK_WAIT_TIMEOUT = 1205;

  private final DataSource dataSource;

  LockingTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What runs in one transaction; may run several times, each time after everything was rolled back. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  <T> T run(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException e) {
        boolean victim = e.getErrorCode() == DEADLOCK || e.getErrorCode() == LOCK_WAIT_TIMEOUT;
        if (!victim || attempt == ATTEMPTS) {
          throw new IllegalStateException("The budgets could not be read or written", e);
        }
      }
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
