package dev.dianpu.limit;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.database.Sql.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Transactions that lock rows which others want, too. The database ends one of two that wait for each other; what that
 * one did is undone, and it is run again.
 */
final class LockingTransactions {

  private static final int ATTEMPTS = 10;
  private static final Duration FIRST_WAIT = Duration.ofMillis(1);
  private static final int DEADLOCK = 1213;
  private static final int LOCK_WAIT_TIMEOUT = 1205;

  private final DataSource dataSource;

  LockingTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Runs in one transaction; perhaps several times, each time after everything was undone. */
  <T> T run(Work<T> work) {
    return run(connection -> Optional.empty(), work, result -> false);
  }

  /**
   * Runs in one transaction, unless a look before it finds the answer already: without locks, so that a flood of
   * refusals neither waits nor writes.
   *
   * @param undone the answers that leave nothing behind
   */
  <T> T run(Work<Optional<T>> look, Work<T> work, Predicate<T> undone) {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = dataSource.getConnection()) {
        Optional<T> known = look.on(connection);
        return known.isPresent() ? known.get() : Sql.transaction(connection, work, undone);
      } catch (SQLException e) {
        boolean victim = e.getErrorCode() == DEADLOCK || e.getErrorCode() == LOCK_WAIT_TIMEOUT;
        if (!victim || attempt == ATTEMPTS) {
          throw new IllegalStateException("The budgets could not be read or written", e);
        }
        awaitTurn(attempt);
      }
    }
  }

  /** Each waits for another while, longer each time: those that met once would else meet again. */
  private static void awaitTurn(int attempt) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_WAIT.toNanos() << attempt));
  }
}
