package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Keeps what goods repeat of their variants, for the lists. Whoever changes variants locks them first and writes the
 * goods last: the order in which {@link Stock} locks, so that a buyer never is the victim of a deadlock.
 */
@ApplicationScoped
public class GoodsSums {

  @Inject ShownPriceRepository prices;
  @Inject StockRepository stock;
  @Inject Clock clock;

  /** Locks the variants of these goods until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  public void lock(Collection<Long> goods) {
    List<Long> skus = goods.isEmpty() ? List.of() : prices.skus(goods);
    if (!skus.isEmpty()) {
      stock.lock(skus);
    }
  }

  /** Writes price and stock of these goods anew, after their variants. */
  @Transactional(TxType.MANDATORY)
  public void write(Collection<Long> goods) {
    if (!goods.isEmpty()) {
      prices.write(goods, clock.instant());
    }
  }
}
