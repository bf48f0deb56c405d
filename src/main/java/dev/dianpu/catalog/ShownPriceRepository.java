package dev.dianpu.catalog;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** What the rows of goods repeat of their variants. */
@ApplicationScoped
class ShownPriceRepository {

  /** The lowest price of a moment, given twice, of the variants on sale. */
  private static final String LOWEST = "min(case when s.promotion_price < s.price and s.promotion_from <= ?"
      + " and s.promotion_until > ? then s.promotion_price else s.price end)";

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** Goods with a promotion whose shown price is not the one of the moment. */
  List<Long> stale(Instant now) {
    return new Sql(dataSource).all(row -> row.getLong(1), "select g.id from goods g join sku s on s.goods_id = g.id"
        + " where s.state = 'ON_SALE' and g.id in (select goods_id from sku where promotion_until is not null)"
        + " group by g.id, g.price having " + LOWEST + " <> g.price order by g.id", now, now);
  }

  List<Long> skus(Collection<Long> goods) {
    return new Sql(dataSource).all(row -> row.getLong(1), "select id from sku where goods_id in ("
        + marks(goods.size()) + ')', goods.toArray());
  }

  /** Writes the lowest price and the sum of the stock of all variants on sale; a price without any stays as it is. */
  void write(Collection<Long> goods, Instant now) {
    List<Object> arguments = new ArrayList<>(List.of(now, now));
    arguments.addAll(goods);
    new Sql(dataSource).update("update goods g set g.price = coalesce((select " + LOWEST + " from sku s"
        + " where s.goods_id = g.id and s.state = 'ON_SALE'), g.price), g.stock = coalesce((select sum(t.stock)"
        + " from sku t where t.goods_id = g.id and t.state = 'ON_SALE'), 0) where g.id in ("
        + marks(goods.size()) + ')', arguments.toArray());
  }

  private static String marks(int number) {
    return String.join(",", Collections.nCopies(number, "?"));
  }
}
