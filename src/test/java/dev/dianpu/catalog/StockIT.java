package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.BareEvent;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pieces of the shop on a real database, with many buyers at once. */
class StockIT {

  private static BareBeans beans;
  private static Sql sql;
  private static Stock stock;
  private static Skus skus;

  private long first;
  private long second;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated(), Goods.class, Sku.class, MemberRank.class, SkuRankPrice.class)
        .with("jakarta.enterprise.event.Event<dev.dianpu.platform.database.Versions$Changed>",
            new BareEvent<Versions.Changed>(changed -> { }))
        .with(Clock.class, Clock.systemUTC());
    sql = new Sql(beans.get(DataSource.class));
    stock = beans.get(Stock.class);
    skus = beans.get(Skus.class);
    sql.update("insert into category (name) values ('t')");
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  /** Two variants of the same goods. */
  @BeforeEach
  void twoVariants() {
    sql.update("delete from sku");
    sql.update("delete from goods");
    long goods = sql.insert("insert into goods (category_id, sn, name, description, price, stock, listed_at)"
        + " values ((select min(id) from category), 'G', '碗', '', 10, 20, now(6))");
    first = sku(goods, "A", 10);
    second = sku(goods, "B", 10);
  }

  private static long sku(long goods, String code, int pieces) {
    return sql.insert("insert into sku (goods_id, code, options, price, stock, weight) values (?, ?, ?, 12.5, ?, 300)",
        goods, code, code, pieces);
  }

  private static boolean take(Map<Long, Integer> pieces) {
    try {
      beans.transactions().inOne(() -> {
        stock.take(pieces);
        return null;
      });
      return true;
    } catch (OutOfStock none) {
      return false;
    }
  }

  private static long left(long sku) {
    return sql.number("select stock from sku where id = ?", sku).orElseThrow();
  }

  private static long number(String column) {
    return sql.number("select " + column + " from goods").orElseThrow();
  }

  @Test
  void hundredBuyersOfTheLastTenPiecesGetTen() {
    List<Boolean> got = AtOnce.run(100, () -> take(Map.of(first, 1)));
    assertThat(got).filteredOn(Boolean::booleanValue).hasSize(10);
    assertThat(left(first)).isZero();
    assertThat(number("stock")).isEqualTo(10);
    assertThat(number("sales")).isEqualTo(10);
  }

  /** Whoever names the variants in another order waits, and does not deadlock. */
  @Test
  void buyersOfBothVariantsInAnyOrderGetBothOrNeither() {
    List<Boolean> got = AtOnce.run(100, () -> ThreadLocalRandom.current().nextBoolean()
        ? take(Map.of(first, 2, second, 1)) : take(Map.of(second, 1, first, 2)));
    assertThat(got).filteredOn(Boolean::booleanValue).hasSize(5);
    assertThat(left(first)).isZero();
    assertThat(left(second)).isEqualTo(5);
    assertThat(number("stock")).isEqualTo(5);
  }

  @Test
  void whatLacksIsToldAndNothingIsTaken() {
    assertThatThrownBy(() -> beans.transactions().inOne(() -> {
      stock.take(Map.of(first, 3, second, 11));
      return null;
    })).isInstanceOfSatisfying(OutOfStock.class,
        none -> assertThat(none.lacks()).containsExactly(new Lack(second, 11, 10)));
    assertThat(left(first)).isEqualTo(10);
  }

  @Test
  void whatIsNotOnSaleOrNotThereCannotBeTaken() {
    sql.update("update sku set state = 'OFF_SALE' where id = ?", first);
    assertThat(take(Map.of(first, 1))).isFalse();
    assertThat(take(Map.of(second + 100, 1))).isFalse();
  }

  @Test
  void whatIsPutBackCanBeTakenAgain() {
    assertThat(take(Map.of(first, 10))).isTrue();
    sql.update("update sku set state = 'REMOVED' where id = ?", first);
    beans.transactions().inOne(() -> {
      stock.putBack(Map.of(first, 10));
      return null;
    });
    assertThat(left(first)).isEqualTo(10);
    assertThat(number("sales")).isZero();
    assertThat(number("stock")).as("what can be bought").isEqualTo(10);
  }

  /** An emptied cache for each piece sold would be no cache. */
  @Test
  void pagesAreDrawnAnewOnlyWhenAVariantRunsOut() {
    long before = version();
    take(Map.of(first, 9));
    assertThat(version()).isEqualTo(before);
    take(Map.of(first, 1));
    assertThat(version()).isEqualTo(before + 1);
  }

  private static long version() {
    return sql.number("select coalesce(max(version), 0) from change_version where topic = 'catalog'").orElseThrow();
  }

  @Test
  void variantsAreReadWithTheirPricesForARank() {
    long rank = sql.insert("insert into member_rank (name, discount) values ('r', 90)");
    Map<Long, SkuView> found = beans.transactions().inOne(() -> skus.byIds(List.of(second, first, 999_999L), rank));
    assertThat(found.keySet()).containsExactly(first, second);
    assertThat(found.get(first).price()).isEqualByComparingTo("11.25");
    assertThat(found.get(first)).extracting(SkuView::name, SkuView::options, SkuView::onSale, SkuView::stock,
        SkuView::weight).containsExactly("碗", "A", true, 10, 300);
    assertThat(beans.transactions().inOne(() -> skus.byIds(List.of(first), Skus.NO_RANK)).get(first).price())
        .isEqualByComparingTo("12.50");
  }
}
