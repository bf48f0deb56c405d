package dev.dianpu.cart;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Each method is one statement, in the caller's transaction if there is one. */
@ApplicationScoped
class CartRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  private Sql sql() {
    return new Sql(dataSource);
  }

  Optional<Long> find(CartOwner owner) {
    return sql().number("select id from cart where " + owner.column() + " = ?", owner.value());
  }

  /** The owner's cart, made if there is none; locked until the transaction ends. */
  long touch(CartOwner owner, Instant now) {
    sql().update("insert into cart (" + owner.column() + ", touched_at) values (?, ?)"
        + " on duplicate key update touched_at = ?", owner.value(), now, now);
    return sql().number("select id from cart where " + owner.column() + " = ? for update", owner.value()).orElseThrow();
  }

  /** The owner's cart, locked until the transaction ends. */
  Optional<Long> lock(CartOwner owner) {
    return sql().number("select id from cart where " + owner.column() + " = ? for update", owner.value());
  }

  /** Pieces by variant, as they were put in. */
  Map<Long, Integer> lines(long cart) {
    Map<Long, Integer> lines = new LinkedHashMap<>();
    sql().all(row -> lines.put(row.getLong(1), row.getInt(2)),
        "select sku_id, pieces from cart_line where cart_id = ? order by added_at, sku_id", cart);
    return lines;
  }

  int pieces(CartOwner owner) {
    return sql().number("select cast(coalesce(sum(l.pieces), 0) as signed) from cart c"
            + " join cart_line l on l.cart_id = c.id where c." + owner.column() + " = ?", owner.value())
        .orElse(0L).intValue();
  }

  void add(long cart, long sku, int pieces, Instant now) {
    sql().update("insert into cart_line (cart_id, sku_id, pieces, added_at) values (?, ?, ?, ?)"
        + " on duplicate key update pieces = least(pieces + ?, ?)", cart, sku, pieces, now, pieces, Carts.MOST_PIECES);
  }

  void set(long cart, Map<Long, Integer> pieces) {
    List<Object> arguments = new ArrayList<>();
    pieces.forEach((sku, number) -> Collections.addAll(arguments, sku, number));
    arguments.add(cart);
    arguments.addAll(pieces.keySet());
    sql().update("update cart_line set pieces = case sku_id" + " when ? then ?".repeat(pieces.size())
        + " end where cart_id = ? and sku_id in (" + marks(pieces.size()) + ')', arguments.toArray());
  }

  void remove(long cart, Collection<Long> skus) {
    List<Object> arguments = new ArrayList<>(List.of(cart));
    arguments.addAll(skus);
    sql().update("delete from cart_line where cart_id = ? and sku_id in (" + marks(skus.size()) + ')',
        arguments.toArray());
  }

  /** Adds the lines of one cart to another. */
  void pour(long from, long to) {
    sql().update("insert into cart_line (cart_id, sku_id, pieces, added_at)"
        + " select ?, s.sku_id, s.pieces, s.added_at from cart_line s where s.cart_id = ?"
        + " on duplicate key update pieces = least(cart_line.pieces + s.pieces, ?)", to, from, Carts.MOST_PIECES);
  }

  void delete(long cart) {
    sql().update("delete from cart where id = ?", cart);
  }

  int deleteVisitorsBefore(Instant before, int most) {
    return sql().update("delete from cart where touched_at < ? and member_id is null order by touched_at limit ?",
        before, most);
  }

  private static String marks(int number) {
    return String.join(",", Collections.nCopies(number, "?"));
  }
}
