package dev.dianpu.catalog.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.catalog.CatalogEntities;
import dev.dianpu.catalog.Promotions;
import dev.dianpu.catalog.Stock;
import dev.dianpu.catalog.StockWarnings;
import dev.dianpu.catalog.admin.GoodsBook.Saved;
import dev.dianpu.catalog.admin.GoodsBook.Step;
import dev.dianpu.catalog.admin.GoodsDraft.Words;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.BareEvent;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner does with goods, on a real database. */
class GoodsBookIT {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final AtomicInteger STATEMENTS = new AtomicInteger();
  private static final List<String> LOG = new ArrayList<>();

  private static MovableClock clock;
  private static BareBeans beans;
  private static Sql sql;
  private static GoodsBook book;
  private static long category;

  @BeforeAll
  static void open() {
    clock = new MovableClock(START);
    beans = new BareBeans(TestDatabase.migrated(), CatalogEntities.ALL)
        .with("jakarta.enterprise.event.Event<dev.dianpu.platform.database.Versions$Changed>",
            new BareEvent<Versions.Changed>(changed -> { }))
        .with(AdminLog.class, (action, subject, before, after) -> LOG.add(action + ' ' + subject))
        .with(Clock.class, clock);
    DataSource real = beans.get(DataSource.class);
    sql = new Sql(real);
    beans.with(DataSource.class, counting(real));
    book = beans.get(GoodsBook.class);
  }

  /** Counts the statements that are prepared. */
  private static DataSource counting(DataSource real) {
    return (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class},
        (self, method, arguments) -> {
          Connection connection = real.getConnection();
          return Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
              (proxy, call, values) -> {
                STATEMENTS.addAndGet(call.getName().equals("prepareStatement") ? 1 : 0);
                return call.invoke(connection, values);
              });
        });
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  @BeforeEach
  void anEmptyShop() {
    LOG.clear();
    clock.forward(Duration.ofDays(30));
    for (String table : List.of("sku", "goods", "category")) {
      sql.update("delete from " + table);
    }
    category = sql.insert("insert into category (name) values ('c')");
  }

  private static BigDecimal yuan(String amount) {
    return amount == null ? null : new BigDecimal(amount);
  }

  private static SkuDraft sku(long id, String code, String options, String price, int stock) {
    return new SkuDraft(id, code, options, yuan(price), null, null, null, stock, 0, 100, true, false);
  }

  private static GoodsDraft draft(long id, String sn, SkuDraft... skus) {
    return new GoodsDraft(id, category, 0, 0, sn, new Words("瓷碗 " + sn, "", "", ""), null, 100, false, true, 5,
        skus.length > 1 ? "颜色" : "", List.of(skus));
  }

  private static long saved(GoodsDraft draft) {
    Saved saved = book.save(draft);
    assertThat(saved.taken()).isEmpty();
    return saved.id();
  }

  private static List<Object> shown(long goods) {
    return sql.first(row -> List.<Object>of(row.getString(1), row.getInt(2)),
        "select price, stock from goods where id = ?", goods).orElseThrow();
  }

  @Test
  void goodsShowTheLowestPriceAndTheSumOfWhatIsOnSale() {
    long id = saved(draft(0, "A", sku(0, "A-1", "白", "30.00", 4), sku(0, "A-2", "黑", "25.50", 6)));
    assertThat(shown(id)).containsExactly("25.50", 10);
    assertThat(book.find(id).get().skus()).extracting(SkuDraft::code).containsExactly("A-1", "A-2");
    assertThat(LOG).containsExactly("admin.log.goods-added A");
  }

  /** The form was open for an hour; what was sold meanwhile must not come back. */
  @Test
  void whatIsSoldWhileTheFormIsOpenStaysSold() {
    long id = saved(draft(0, "A", sku(0, "A", "", "30.00", 10)));
    SkuDraft there = book.find(id).get().skus().get(0);
    beans.transactions().inOne(() -> {
      beans.get(Stock.class).take(Map.of(there.id(), 3));
      return null;
    });
    saved(draft(id, "A", new SkuDraft(there.id(), "A", "", yuan("30.00"), null, null, null, 12, 2, 100, true, false)));
    assertThat(shown(id)).containsExactly("30.00", 9);
  }

  @Test
  void aVariantThatGoesFreesItsNumberAndItsPieces() {
    long id = saved(draft(0, "A", sku(0, "A-1", "白", "30.00", 4), sku(0, "A-2", "黑", "25.50", 6)));
    SkuDraft second = book.find(id).get().skus().get(1);
    SkuDraft first = book.find(id).get().skus().get(0);
    saved(draft(id, "A", first, new SkuDraft(second.id(), "A-2", "黑", yuan("25.50"), null, null, null, 6, 0, 1, true,
        true), sku(0, "A-2", "红", "40.00", 1)));
    assertThat(shown(id)).containsExactly("30.00", 5);
    assertThat(sql.number("select count(*) from sku where id = ? and state = 'REMOVED'", second.id())).contains(1L);
  }

  @Test
  void aNumberOfOtherGoodsIsRefusedAndNothingIsSaved() {
    saved(draft(0, "A", sku(0, "A-1", "", "30.00", 4)));
    assertThat(book.save(draft(0, "A", sku(0, "B-1", "", "30.00", 4))).taken()).isEqualTo(Set.of("A"));
    assertThat(book.save(draft(0, "B", sku(0, "A-1", "", "30.00", 4))).taken()).isEqualTo(Set.of("A-1"));
    assertThat(sql.number("select count(*) from goods")).contains(1L);
  }

  @Test
  void aPromotionIsShownWhenItBeginsAndNoLongerWhenItEnds() {
    Instant from = clock.instant().plus(Duration.ofDays(1));
    Instant until = from.plus(Duration.ofDays(2));
    long id = saved(draft(0, "A", new SkuDraft(0, "A", "", yuan("30.00"), yuan("19.90"), from, until, 3, 0, 1, true,
        false)));
    Promotions promotions = beans.get(Promotions.class);
    promotions.run();
    assertThat(shown(id)).containsExactly("30.00", 3);
    clock.forward(Duration.ofDays(1));
    promotions.run();
    assertThat(shown(id)).containsExactly("19.90", 3);
    clock.forward(Duration.ofDays(2));
    promotions.run();
    assertThat(shown(id)).containsExactly("30.00", 3);
  }

  @Test
  void whatIsThrownAwayComesBackOffSale() {
    long id = saved(draft(0, "A", sku(0, "A", "", "30.00", 3)));
    assertThat(book.step(Step.RECYCLE, List.of(id))).isEqualTo(1);
    assertThat(book.step(Step.SELL, List.of(id))).as("what lies in the bin is not sold").isZero();
    assertThat(list(GoodsQuery.State.ALL)).isEmpty();
    assertThat(list(GoodsQuery.State.RECYCLED)).hasSize(1);
    assertThat(book.step(Step.RESTORE, List.of(id))).isEqualTo(1);
    assertThat(list(GoodsQuery.State.OFF)).extracting(GoodsLine::sn).containsExactly("A");
  }

  private static List<GoodsLine> list(GoodsQuery.State state) {
    return beans.get(GoodsListRepository.class).page(new GoodsQuery("", List.of(), 0, state), 0, 100);
  }

  @Test
  void variantsThatRunOutAreListedAndCanBeRestocked() {
    saved(draft(0, "A", sku(0, "A-1", "白", "30.00", 5), sku(0, "A-2", "黑", "25.50", 6)));
    List<StockLine> low = beans.get(GoodsListRepository.class).low(10);
    assertThat(low).extracting(StockLine::code).containsExactly("A-1");
    assertThat(book.restock(low.get(0).skuId(), 7)).isPresent();
    assertThat(beans.transactions().inOne(() -> beans.get(StockWarnings.class).count())).isZero();
    assertThat(shown(low.get(0).goodsId())).containsExactly("25.50", 18);
  }

  /** However many goods there are: a list that asks once per row is a list that gets slow. */
  @Test
  void theListCostsTheSameForOneAndForMany() {
    saved(draft(0, "A", sku(0, "A", "", "1.00", 1)));
    int one = statements();
    for (int i = 0; i < 15; i++) {
      saved(draft(0, "B" + i, sku(0, "B" + i + "-1", "白", "1.00", 1), sku(0, "B" + i + "-2", "黑", "2.00", 1)));
    }
    assertThat(statements()).isEqualTo(one).isEqualTo(4);
    assertThat(list(GoodsQuery.State.LOW)).hasSize(16).last().extracting(GoodsLine::sn).isEqualTo("A");
  }

  private static int statements() {
    GoodsListRepository lists = beans.get(GoodsListRepository.class);
    GoodsQuery query = new GoodsQuery("", List.of(), 0, GoodsQuery.State.ALL);
    STATEMENTS.set(0);
    lists.count(query);
    lists.page(query, 0, 20);
    lists.low(100);
    beans.get(Categories.class).all();
    return STATEMENTS.get();
  }

  @Test
  void aCategoryIsNotMovedIntoItselfNorDeletedWithSomethingInIt() {
    Categories categories = beans.get(Categories.class);
    assertThat(categories.save(new CategoryRow(0, category, "below", "", 1, true, 0, 0))).isTrue();
    CategoryRow below = categories.all().get(1);
    assertThat(below.depth()).isEqualTo(1);
    assertThat(categories.save(new CategoryRow(category, below.id(), "c", "", 1, true, 0, 0))).isFalse();
    assertThat(categories.remove(categories.find(category).get())).isFalse();
    assertThat(categories.remove(below)).isTrue();
    saved(draft(0, "A", sku(0, "A", "", "1.00", 1)));
    assertThat(categories.remove(categories.find(category).get())).isFalse();
  }
}
