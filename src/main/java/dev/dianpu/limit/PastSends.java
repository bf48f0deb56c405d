package dev.dianpu.limit;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Budgets in which nothing counts any more, and reservations of which nothing can be given back any more. */
@ApplicationScoped
class PastSends implements Expiring {

  private static final Duration RESERVATION = Duration.ofDays(1);

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container. */
  protected PastSends() {}

  PastSends(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    LockingTransactions transactions = new LockingTransactions(dataSource);
    int budgets = transactions.run(connection -> {
      BudgetRepository repository = new BudgetRepository(connection);
      return repository.delete(repository.lockExpired(now, most));
    });
    int reservations = transactions.run(connection -> Sql.update(connection,
        "delete from send_reservation where at < ? order by at limit ?", now.minus(RESERVATION), most));
    return Math.max(budgets, reservations);
  }
}
