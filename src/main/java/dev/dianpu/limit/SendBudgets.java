package dev.dianpu.limit;

import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Whether one more SMS may be sent: the budgets of the phone, of the address, of the range around it and of the site
 * are drawn on together or not at all, in a transaction of its own. Those of address, range and site count sends that
 * verified nothing yet: behind one address of a mobile network are thousands of honest people.
 *
 * <p>Never one too many passes, however many ask at once and on however many nodes: the rows are locked, in one order.
 * To be called outside a transaction, which would else hold a second connection meanwhile.
 */
@ApplicationScoped
public class SendBudgets {

  @Inject SecretBox box;
  @Inject Clock clock;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container. */
  protected SendBudgets() {}

  /** Without a container. */
  public SendBudgets(DataSource dataSource, Clock clock, SecretBox box) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.box = box;
  }

  /**
   * Takes one send from every budget, or nothing.
   *
   * @param address the client's IP address
   * @param limits as of now
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public Reservation reserve(PhoneNumber phone, String address, SendLimits limits) {
    Subjects subjects = Subjects.of(phone, address, box);
    return new LockingTransactions(dataSource).<Reservation>run(
        connection -> {
          SendRules rules = new SendRules(limits, clock.millis());
          Map<Budget, Row> rows = new BudgetRepository(connection).read(subjects);
          return rules.visitor(rows).or(() -> rules.site(rows.get(Budget.SITE), rules.known(rows)))
              .map(refusal -> refusal);
        },
        connection -> {
          Reservation answer = reserve(connection, subjects, limits);
          if (answer instanceof Refused) {
            connection.rollback();
          }
          return answer;
        });
  }

  private Reservation reserve(Connection connection, Subjects subjects, SendLimits limits) throws SQLException {
    BudgetRepository budgets = new BudgetRepository(connection);
    budgets.lock(subjects, clock.instant());
    // Read after the wait for the locks, so that times are noted nearly in their order.
    SendRules rules = new SendRules(limits, clock.millis());
    Map<Budget, Row> rows = budgets.read(subjects);
    Optional<Refused> refused = rules.visitor(rows);
    if (refused.isPresent()) {
      return refused.get();
    }
    boolean known = rules.known(rows);
    long id = new ReservationRepository(connection).insert(subjects, rules.now(), known);
    rows.forEach((budget, row) -> row.all().add(rules.now(), budget));
    budgets.write(subjects, rows);
    return reserveSite(budgets, subjects, rules, known).<Reservation>map(refusal -> refusal)
        .orElseGet(() -> new Granted(id));
  }

  /** Everybody waits for the site's row: it is locked last, and held for two statements and the commit. */
  private static Optional<Refused> reserveSite(
      BudgetRepository budgets, Subjects subjects, SendRules rules, boolean known) throws SQLException {
    Row site = budgets.lock(Budget.SITE, subjects)
        .orElseThrow(() -> new IllegalStateException("send_budget lacks the site's row, which script V042 makes"));
    Optional<Refused> refused = rules.site(site, known);
    if (refused.isEmpty()) {
      site.all().add(rules.now(), Budget.SITE);
      if (known) {
        site.known().add(rules.now(), Budget.SITE);
      }
      budgets.write(Budget.SITE, subjects, site);
    }
    return refused;
  }

  /**
   * Gives units of a reservation back. Each returns once, whatever is called how often; a unit that counts no more, or
   * a reservation older than a day, has nothing to return.
   *
   * @param id of a {@link Granted}
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public void giveBack(long id, GiveBack what) {
    long now = clock.millis();
    new LockingTransactions(dataSource).run(connection -> {
      ReservationRepository reservations = new ReservationRepository(connection);
      Optional<ReservationRepository.Taken> taken = reservations.lock(id);
      if (taken.isPresent()) {
        int open = what.bits() & ~taken.get().givenBack();
        reservations.markGivenBack(id, open);
        giveBack(new BudgetRepository(connection), taken.get(), open, now);
      }
      return taken;
    });
  }

  private static void giveBack(BudgetRepository budgets, ReservationRepository.Taken taken, int open, long now)
      throws SQLException {
    for (Budget budget : Budget.values()) {
      Optional<Row> row = (open & budget.bit()) == 0 ? Optional.empty() : budgets.lock(budget, taken.subjects());
      if (row.isPresent()) {
        row.get().all().remove(taken.at(), now, budget);
        if (taken.known()) {
          row.get().known().remove(taken.at(), now, budget);
        }
        budgets.write(budget, taken.subjects(), row.get());
      }
    }
  }
}
