package dev.dianpu.catalog;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;

/** Locks and changes the stock; one statement each, in the caller's transaction. */
@ApplicationScoped
class StockRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** The variants that exist, locked until the transaction ends, by their ids. */
  List<StockRow> lock(Collection<Long> ids) {
    // By the primary key also where the planner would read otherwise: the order of locks is the order of ids.
    return new Sql(dataSource).all(
        row -> new StockRow(row.getLong(1), row.getLong(2), row.getInt(3), "ON_SALE".equals(row.getString(4))),
        "select id, goods_id, stock, state from sku force index (primary) where id in (" + marks(ids.size())
            + ") order by id for update", ids.toArray());
  }

  /** Adds to the stock of locked variants; less than nothing takes. */
  void add(SortedMap<Long, Integer> pieces) {
    List<Object> arguments = new ArrayList<>(cases(pieces));
    arguments.addAll(cases(pieces));
    arguments.addAll(pieces.keySet());
    int changed = new Sql(dataSource).update("update sku set stock = stock + " + cases(pieces.size())
        + " where stock + " + cases(pieces.size()) + " >= 0 and id in (" + marks(pieces.size()) + ')',
        arguments.toArray());
    if (changed != pieces.size()) {
      throw new IllegalStateException("The stock changed although it was locked: " + pieces);
    }
  }

  /**
   * Keeps what the rows of goods know.
   *
   * @param stock added to the sum of what is on sale, by goods
   * @param sales added to the pieces sold; of the same goods
   */
  void addToGoods(SortedMap<Long, Integer> stock, SortedMap<Long, Integer> sales) {
    List<Object> arguments = new ArrayList<>(cases(stock));
    arguments.addAll(cases(sales));
    arguments.addAll(stock.keySet());
    new Sql(dataSource).update("update goods set stock = stock + " + cases(stock.size()) + ", sales = sales + "
        + cases(sales.size()) + " where id in (" + marks(stock.size()) + ") order by id", arguments.toArray());
  }

  private static String cases(int number) {
    return "case id" + " when ? then ?".repeat(number) + " end";
  }

  private static List<Object> cases(SortedMap<Long, Integer> pieces) {
    List<Object> arguments = new ArrayList<>();
    pieces.forEach((id, number) -> {
      arguments.add(id);
      arguments.add(number);
    });
    return arguments;
  }

  private static String marks(int number) {
    return String.join(",", Collections.nCopies(number, "?"));
  }
}
