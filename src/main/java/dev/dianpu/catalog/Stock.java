package dev.dianpu.catalog;

import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The pieces that can still be sold. Taken when an order is placed and put back when it is cancelled, in the
 * transaction of the order, so both happen or neither. Rows are locked in one order, variants by their ids and then
 * goods by theirs, so that buyers wait for each other but do not deadlock; whoever locks further rows does so after
 * these.
 *
 * <p>The goods' row keeps the sum for the lists, and the number of pieces sold. Pages are drawn anew when a variant
 * runs out or is there again, not for each piece: a page in the cache may show a number of some minutes ago.
 */
@ApplicationScoped
public class Stock {

  @Inject StockRepository repository;
  @Inject Versions versions;

  /**
   * Takes pieces, all or none; three statements, whatever is taken.
   *
   * @param pieces by variant, each at least 1
   * @throws OutOfStock if of one of them there are fewer, or it is not on sale: nothing is changed, and the caller's
   *     transaction can only be rolled back
   */
  @Transactional(TxType.MANDATORY)
  public void take(Map<Long, Integer> pieces) {
    checked(pieces);
    Map<Long, StockRow> rows = lock(pieces);
    List<Lack> lacks = new TreeMap<>(pieces).entrySet().stream()
        .map(wanted -> new Lack(wanted.getKey(), wanted.getValue(), left(rows.get(wanted.getKey()))))
        .filter(lack -> lack.left() < lack.wanted()).toList();
    if (!lacks.isEmpty()) {
      throw new OutOfStock(lacks);
    }
    change(rows, pieces, -1);
  }

  /**
   * Puts back what was taken before, also of variants that are sold no more; that it happens once is the caller's care.
   *
   * @param pieces by variant, each at least 1
   */
  @Transactional(TxType.MANDATORY)
  public void putBack(Map<Long, Integer> pieces) {
    checked(pieces);
    change(lock(pieces), pieces, 1);
  }

  private Map<Long, StockRow> lock(Map<Long, Integer> pieces) {
    return pieces.isEmpty() ? Map.of() : repository.lock(pieces.keySet()).stream()
        .collect(Collectors.toMap(StockRow::skuId, Function.identity()));
  }

  private void change(Map<Long, StockRow> rows, Map<Long, Integer> pieces, int sign) {
    if (rows.isEmpty()) {
      return;
    }
    SortedMap<Long, Integer> ofSkus = new TreeMap<>();
    SortedMap<Long, Integer> ofGoods = new TreeMap<>();
    SortedMap<Long, Integer> sales = new TreeMap<>();
    for (StockRow row : rows.values()) {
      int more = sign * pieces.get(row.skuId());
      ofSkus.put(row.skuId(), more);
      // What is sold no more does not count among what can be bought.
      ofGoods.merge(row.goodsId(), row.onSale() ? more : 0, Integer::sum);
      sales.merge(row.goodsId(), -more, Integer::sum);
    }
    repository.add(ofSkus);
    repository.addToGoods(ofGoods, sales);
    if (rows.values().stream().anyMatch(row -> row.stock() == 0 || row.stock() + ofSkus.get(row.skuId()) == 0)) {
      versions.bump("catalog");
    }
  }

  private static int left(StockRow row) {
    return row == null ? 0 : row.left();
  }

  private static void checked(Map<Long, Integer> pieces) {
    if (pieces.values().stream().anyMatch(number -> number < 1)) {
      throw new IllegalArgumentException("At least one piece of each: " + pieces);
    }
  }
}
