package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.admin.GoodsDetails.RankPrice;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Attributes of goods and prices of ranks. */
@ApplicationScoped
class GoodsDetailRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  Map<Long, String> traits(long goods) {
    Map<Long, String> traits = new LinkedHashMap<>();
    new Sql(dataSource).all(row -> traits.put(row.getLong(1), row.getString(2)),
        "select attribute_id, value from goods_attribute where goods_id = ?", goods);
    return traits;
  }

  List<RankPrice> prices(long goods) {
    return new Sql(dataSource).all(row -> new RankPrice(row.getLong(1), row.getLong(2), row.getBigDecimal(3)),
        "select p.sku_id, p.rank_id, p.price from sku_rank_price p join sku s on s.id = p.sku_id where s.goods_id = ?",
        goods);
  }

  void forget(long goods) {
    Sql sql = new Sql(dataSource);
    sql.update("delete from goods_attribute where goods_id = ?", goods);
    sql.update("delete p from sku_rank_price p join sku s on s.id = p.sku_id where s.goods_id = ?", goods);
  }

  void say(long goods, long attribute, String value) {
    new Sql(dataSource).update("insert into goods_attribute (goods_id, attribute_id, value) values (?, ?, ?)",
        goods, attribute, value);
  }

  void price(RankPrice price) {
    new Sql(dataSource).update("insert into sku_rank_price (sku_id, rank_id, price) values (?, ?, ?)",
        price.sku(), price.rank(), price.price());
  }
}
