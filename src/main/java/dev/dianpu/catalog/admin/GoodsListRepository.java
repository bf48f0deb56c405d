package dev.dianpu.catalog.admin;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The owner's lists of goods and of variants that run out; one query each. */
@ApplicationScoped
class GoodsListRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  long count(GoodsQuery query) {
    return new Sql(dataSource).number("select count(*) from goods g where " + query.where(),
        query.arguments().toArray()).orElse(0L);
  }

  /** The newest first. */
  List<GoodsLine> page(GoodsQuery query, int first, int most) {
    List<Object> arguments = new ArrayList<>(query.arguments());
    arguments.addAll(List.of(most, first));
    return new Sql(dataSource).all(row -> new GoodsLine(row.getLong(1), row.getString(2), row.getString(3),
        row.getString(4), row.getString(5), row.getBigDecimal(6), row.getInt(7), row.getInt(8), row.getBoolean(9),
        row.getInt(10), row.getInt(11)), """
        select g.id, g.name, g.sn, c.name, g.picture, g.price, g.stock, g.sales, g.on_sale,
          (select count(*) from sku s where s.goods_id = g.id and s.state <> 'REMOVED'),
          (select count(*) from sku s where s.goods_id = g.id and s.state = 'ON_SALE' and s.stock <= g.warn_stock)
        from goods g join category c on c.id = g.category_id
        where\s""" + query.where() + " order by g.id desc limit ? offset ?", arguments.toArray());
  }

  /** Variants on sale of which there are few, the fewest first. */
  List<StockLine> low(int most) {
    return new Sql(dataSource).all(row -> new StockLine(row.getLong(1), row.getLong(2), row.getString(3),
        row.getString(4), row.getString(5), row.getInt(6), row.getInt(7)), """
        select s.id, g.id, s.code, g.name, s.options, s.stock, g.warn_stock from sku s join goods g on g.id = s.goods_id
        where s.state = 'ON_SALE' and g.on_sale = true and s.stock <= g.warn_stock
        order by s.stock, s.id limit ?""", most);
  }
}
