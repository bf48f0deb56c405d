package dev.dianpu.limit;

import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Sends counted in rows of the database, which are locked, in one order, until what they say is decided and written. */
final class DatabaseSends implements SendStore {

  private final DataSource dataSource;
  private final Clock clock;

  DatabaseSends(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  @Override
  public Reservation reserve(Subjects subjects, long cost, SendLimits limits) {
    return new LockingTransactions(dataSource).<Reservation>run(
        connection -> {
          SendRules rules = new SendRules(limits, clock.millis());
          return rules.refusal(new BudgetRepository(connection).readAll(subjects), cost).map(refusal -> refusal);
        },
        connection -> reserve(connection, subjects, cost, limits),
        Refused.class::isInstance);
  }

  private Reservation reserve(Connection connection, Subjects subjects, long cost, SendLimits limits)
      throws SQLException {
    BudgetRepository budgets = new BudgetRepository(connection);
    budgets.lock(subjects, clock.instant());
    // Read after the wait for the locks, so that times are noted nearly in their order.
    SendRules rules = new SendRules(limits, clock.millis());
    Map<Budget, Sends> visitor = budgets.read(subjects);
    Optional<Refused> refused = rules.visitor(visitor);
    if (refused.isPresent()) {
      return refused.get();
    }
    SiteSends.Share share = rules.share(visitor, cost);
    long id = new ReservationRepository(connection).insert(subjects, share);
    visitor.values().forEach(sends -> sends.add(rules.now(), 1, Span.DAY));
    budgets.write(subjects, visitor);
    return reserveSite(connection, rules, share).<Reservation>map(refusal -> refusal).orElseGet(() -> new Granted(id));
  }

  /** Everybody waits for the site's row: it is locked last, and held for two statements and the commit. */
  private static Optional<Refused> reserveSite(Connection connection, SendRules rules, SiteSends.Share share)
      throws SQLException {
    SiteRepository sites = new SiteRepository(connection);
    SiteSends site = sites.lock();
    Optional<Refused> refused = rules.site(site, share);
    if (refused.isEmpty()) {
      site.add(share);
      sites.write(site);
    }
    return refused;
  }

  @Override
  public void giveBack(long id, GiveBack what) {
    new LockingTransactions(dataSource).run(connection -> {
      ReservationRepository reservations = new ReservationRepository(connection);
      Optional<Taken> taken = reservations.lock(id);
      if (taken.isPresent()) {
        int open = taken.get().open(what);
        reservations.markGivenBack(id, open);
        giveBack(connection, taken.get(), open);
      }
      return taken;
    });
  }

  private void giveBack(Connection connection, Taken taken, int open) throws SQLException {
    Subjects subjects = taken.subjects().only(open);
    BudgetRepository budgets = new BudgetRepository(connection);
    if (!subjects.budgets().isEmpty()) {
      budgets.lock(subjects, clock.instant());
      Map<Budget, Sends> sends = budgets.read(subjects);
      sends.values().forEach(each -> each.remove(taken.share().at(), 1, clock.millis(), Span.DAY));
      budgets.write(subjects, sends);
    }
    if ((open & Budget.SITE.bit()) != 0) {
      SiteRepository sites = new SiteRepository(connection);
      SiteSends site = sites.lock();
      site.remove(taken.share(), clock.millis());
      sites.write(site);
    }
  }

  @Override
  public Everything read(Subjects subjects) {
    return read(connection -> new BudgetRepository(connection).readAll(subjects));
  }

  @Override
  public void empty(Budget budget, Subjects subject) {
    new LockingTransactions(dataSource).run(connection -> {
      BudgetRepository budgets = new BudgetRepository(connection);
      budgets.lock(subject, clock.instant());
      new ReservationRepository(connection).markGivenBack(budget, subject.of(budget));
      budgets.write(subject, Map.of(budget, Sends.none()));
      return budget;
    });
  }

  @Override
  public Map<Long, Taken> find(Collection<Long> ids) {
    return read(connection -> new ReservationRepository(connection).find(ids));
  }

  private <T> T read(Sql.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The budgets could not be read", e);
    }
  }
}
