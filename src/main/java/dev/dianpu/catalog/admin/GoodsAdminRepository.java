package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.admin.GoodsDraft.Words;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads and writes goods with their variants, as the owner changes them. */
@ApplicationScoped
class GoodsAdminRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  Optional<GoodsDraft> find(long id, List<SkuDraft> skus) {
    return new Sql(dataSource).first(row -> new GoodsDraft(id, row.getLong(1), row.getLong(2), row.getLong(3),
        row.getString(4), new Words(row.getString(5), row.getString(6), row.getString(7), row.getString(8)),
        row.getBigDecimal(9), row.getInt(10), row.getBoolean(11), row.getBoolean(12), row.getInt(13),
        row.getString(14), skus), "select category_id, coalesce(brand_id, 0), coalesce(type_id, 0), sn, name, brief,"
            + " keywords, description, market_price, position, featured, on_sale, warn_stock, option_names"
            + " from goods where id = ?", id);
  }

  /** The variants that are there, in their order. */
  List<SkuDraft> skus(long goods) {
    return new Sql(dataSource).all(row -> new SkuDraft(row.getLong(1), row.getString(2), row.getString(3),
        row.getBigDecimal(4), row.getBigDecimal(5), instant(row.getObject(6)), instant(row.getObject(7)),
        row.getInt(8), 0, row.getInt(9), row.getString(10).equals("ON_SALE"), false),
        "select id, code, options, price, promotion_price, promotion_from, promotion_until, stock, weight, state"
            + " from sku where goods_id = ? and state <> 'REMOVED' order by position, id", goods);
  }

  private static Instant instant(Object value) {
    return value == null ? null : Sql.instant(value);
  }

  /** Which of these numbers belong to variants of other goods. */
  List<String> codesOfOthers(long goods, Collection<String> codes) {
    List<Object> arguments = new ArrayList<>(codes);
    arguments.add(goods);
    return new Sql(dataSource).all(row -> row.getString(1), "select code from sku where code in (" + marks(codes.size())
        + ") and goods_id <> ?", arguments.toArray());
  }

  boolean snOfOthers(long goods, String sn) {
    return new Sql(dataSource).number("select 1 from goods where sn = ? and id <> ?", sn, goods).isPresent();
  }

  long insert(GoodsDraft draft, Instant now) {
    Words words = draft.words();
    return new Sql(dataSource).insert("insert into goods (category_id, brand_id, type_id, sn, name, brief, keywords,"
        + " description, price, market_price, position, featured, on_sale, warn_stock, option_names, listed_at)"
        + " values (?, nullif(?, 0), nullif(?, 0), ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)", draft.categoryId(),
        draft.brandId(), draft.typeId(), draft.sn(), words.name(), words.brief(), words.keywords(), words.description(),
        draft.marketPrice(), draft.position(), draft.featured(), draft.onSale(), draft.warnStock(), draft.optionNames(),
        now);
  }

  void update(GoodsDraft draft) {
    Words words = draft.words();
    new Sql(dataSource).update("update goods set category_id = ?, brand_id = nullif(?, 0), type_id = nullif(?, 0),"
        + " sn = ?, name = ?, brief = ?, keywords = ?, description = ?, market_price = ?, position = ?, featured = ?,"
        + " on_sale = ? and recycled_at is null, warn_stock = ?, option_names = ?, searchable = false where id = ?",
        draft.categoryId(), draft.brandId(), draft.typeId(), draft.sn(), words.name(), words.brief(), words.keywords(),
        words.description(), draft.marketPrice(), draft.position(), draft.featured(), draft.onSale(), draft.warnStock(),
        draft.optionNames(), draft.id());
  }

  void insert(long goods, SkuDraft sku, int position) {
    new Sql(dataSource).update("insert into sku (goods_id, code, options, price, promotion_price, promotion_from,"
        + " promotion_until, stock, weight, state, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", goods,
        sku.code(), sku.options(), sku.price(), sku.promotionPrice(), sku.from(), sku.until(), sku.stock(),
        sku.weight(), sku.onSale() ? "ON_SALE" : "OFF_SALE", position);
  }

  /** What was sold while the form was open stays sold; there are never less than no pieces. */
  void update(long goods, SkuDraft sku, int position) {
    new Sql(dataSource).update("update sku set code = ?, options = ?, price = ?, promotion_price = ?,"
        + " promotion_from = ?, promotion_until = ?, stock = greatest(stock + ?, 0), weight = ?, state = ?, position = ?"
        + " where id = ? and goods_id = ? and state <> 'REMOVED'", sku.code(), sku.options(), sku.price(),
        sku.promotionPrice(), sku.from(), sku.until(), sku.added(), sku.weight(),
        sku.onSale() ? "ON_SALE" : "OFF_SALE", position, sku.id(), goods);
  }

  /** Its number is free again. */
  void remove(long goods, long sku) {
    new Sql(dataSource).update("update sku set state = 'REMOVED', promotion_price = null, promotion_from = null,"
        + " promotion_until = null, code = concat(left(code, 18), '~', id) where id = ? and goods_id = ?", sku, goods);
  }

  void restock(long sku, int pieces) {
    new Sql(dataSource).update("update sku set stock = stock + ? where id = ? and state <> 'REMOVED'", pieces, sku);
  }

  Optional<StockLine> sku(long id) {
    return new Sql(dataSource).first(row -> new StockLine(id, row.getLong(1), row.getString(2), row.getString(3),
        row.getString(4), row.getInt(5), row.getInt(6)), "select g.id, s.code, g.name, s.options, s.stock, g.warn_stock"
            + " from sku s join goods g on g.id = s.goods_id where s.id = ? and s.state <> 'REMOVED'", id);
  }

  List<String> names(Collection<Long> goods) {
    return new Sql(dataSource).all(row -> row.getString(1), "select sn from goods where id in (" + marks(goods.size())
        + ") order by id", goods.toArray());
  }

  int sell(Collection<Long> goods, boolean on) {
    return new Sql(dataSource).update("update goods set on_sale = " + on + " where recycled_at is null and id in ("
        + marks(goods.size()) + ')', goods.toArray());
  }

  int recycle(Collection<Long> goods, Instant now) {
    List<Object> arguments = new ArrayList<>(List.of(now));
    arguments.addAll(goods);
    return new Sql(dataSource).update("update goods set on_sale = false, recycled_at = ? where recycled_at is null"
        + " and id in (" + marks(goods.size()) + ')', arguments.toArray());
  }

  /** They come back off sale: the owner looks at them first. */
  int restore(Collection<Long> goods) {
    return new Sql(dataSource).update("update goods set recycled_at = null where recycled_at is not null and id in ("
        + marks(goods.size()) + ')', goods.toArray());
  }

  private static String marks(int number) {
    return String.join(",", Collections.nCopies(number, "?"));
  }
}
