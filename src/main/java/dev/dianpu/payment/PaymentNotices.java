package dev.dianpu.payment;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.Payment;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** What payment services told, each trade once. */
@ApplicationScoped
public class PaymentNotices {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  @Inject Clock clock;

  /**
   * A notice as the admin sees it.
   *
   * @param trade the service's number of the payment
   */
  public record Line(String method, String trade, BigDecimal amount, NoticeOutcome outcome) {}

  /**
   * Takes a trade, in the caller's transaction; of two at once the second waits for the end of the first.
   *
   * @return whether it was never told before
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean take(String method, Payment.Told.Paid paid) {
    return new Sql(dataSource).update("insert ignore into payment_notice"
            + " (method, trade, order_sn, amount, outcome, received_at) values (?, ?, ?, ?, ?, ?)", method, paid.trade(),
        paid.orderSn(), paid.amount(), NoticeOutcome.UNKNOWN_ORDER.name(), clock.instant()) == 1;
  }

  /** Records what became of a taken trade. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void settle(String method, String trade, NoticeOutcome outcome) {
    new Sql(dataSource).update("update payment_notice set outcome = ? where method = ? and trade = ?", outcome.name(),
        method, trade);
  }

  /** What was told of an order, in its order. */
  public List<Line> of(String orderSn) {
    return new Sql(dataSource).all(row -> new Line(row.getString(1), row.getString(2), row.getBigDecimal(3),
            NoticeOutcome.valueOf(row.getString(4))),
        "select method, trade, amount, outcome from payment_notice where order_sn = ? order by id", orderSn);
  }
}
