package dev.dianpu.limit;

import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.limit.Reservation.Refused;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Whether one more SMS may be sent: the budgets of phone, address, range, number prefix, session, member and site are
 * drawn on together or not at all, in a transaction of its own. All but the phone's count sends that verified nothing
 * yet: behind one address of a mobile network are thousands of honest people.
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
   * @param limits as of now
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public Reservation reserve(SendWish wish, SendLimits limits) {
    Subjects subjects = Subjects.of(wish, box);
    return new LockingTransactions(dataSource).<Reservation>run(
        connection -> {
          SendRules rules = new SendRules(limits, clock.millis());
          BudgetRepository.Everything now = new BudgetRepository(connection).readAll(subjects);
          return rules.visitor(now.visitor()).or(() -> rules.site(now.site(), share(rules, now.visitor(), wish)))
              .map(refusal -> refusal);
        },
        connection -> reserve(connection, subjects, wish, limits),
        Refused.class::isInstance);
  }

  private static SiteSends.Share share(SendRules rules, Map<Budget, Sends> visitor, SendWish wish) {
    return new SiteSends.Share(rules.now(), rules.known(visitor), wish.cost());
  }

  private Reservation reserve(Connection connection, Subjects subjects, SendWish wish, SendLimits limits)
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
    SiteSends.Share share = share(rules, visitor, wish);
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

  /**
   * Gives units of a reservation back. Each returns once, whatever is called how often; a unit that counts no more, or
   * a reservation older than a day, has nothing to return.
   *
   * @param id of a {@link Granted}
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public void giveBack(long id, GiveBack what) {
    new LockingTransactions(dataSource).run(connection -> {
      ReservationRepository reservations = new ReservationRepository(connection);
      Optional<ReservationRepository.Taken> taken = reservations.lock(id);
      if (taken.isPresent()) {
        int open = what.bits() & ~taken.get().givenBack();
        reservations.markGivenBack(id, open);
        giveBack(connection, taken.get(), open);
      }
      return taken;
    });
  }

  private void giveBack(Connection connection, ReservationRepository.Taken taken, int open) throws SQLException {
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
}
