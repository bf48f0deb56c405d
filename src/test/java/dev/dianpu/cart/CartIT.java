package dev.dianpu.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dianpu.cart.Carts.Added;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.PlainVisitor;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Carts of visitors and members, on a real database. */
class CartIT {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));

  private static BareBeans beans;
  private static Sql sql;
  private static Carts carts;

  private final PlainVisitor visitor = new PlainVisitor();
  private long bowl;
  private long cup;

  @BeforeAll
  static void open() throws ClassNotFoundException {
    Class<?>[] entities = new Class<?>[4];
    int i = 0;
    for (String name : new String[] {"Goods", "Sku", "MemberRank", "SkuRankPrice"}) {
      entities[i++] = Class.forName("dev.dianpu.catalog." + name);
    }
    beans = new BareBeans(TestDatabase.migrated(), entities)
        .with(Clock.class, CLOCK).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())));
    sql = new Sql(beans.get(DataSource.class));
    carts = beans.get(Carts.class);
    sql.update("insert into category (name) values ('t')");
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  @BeforeEach
  void goods() {
    Stream.of("cart", "sku", "goods").forEach(table -> sql.update("delete from " + table));
    bowl = sku("A", "12.50", 10);
    cup = sku("B", "3.00", 10);
  }

  private static long sku(String code, String price, int stock) {
    long goods = sql.insert("insert into goods (category_id, sn, name, description, price, stock, listed_at)"
        + " values ((select min(id) from category), ?, '碗', '', 10, ?, now(6))", code, stock);
    return sql.insert("insert into sku (goods_id, code, options, price, stock, weight) values (?, ?, '', ?, ?, 300)",
        goods, code, new BigDecimal(price), stock);
  }

  private static long member(String name) {
    return sql.insert("insert into member (username, email, password, nickname, registered_at, registered_from,"
        + " consent_version, consent_at) values (?, ?, '', '', now(6), '192.0.2.1', '1', now(6))", name,
        name + "@example.com");
  }

  private CartView cart() {
    return carts.of(visitor.visit());
  }

  private static long rows(String table) {
    return sql.number("select count(*) from " + table).orElseThrow();
  }

  @Test
  void lookingMakesNeitherARowNorACookie() {
    assertThat(cart().lines()).isEmpty();
    assertThat(carts.pieces(visitor.visit())).isZero();
    assertThat(rows("cart")).isZero();
    assertThat(visitor.cookie(CartCookies.COOKIE)).isEmpty();
  }

  /** Else each made-up cookie would be a new row, and nobody would count them. */
  @Test
  void aCookieThatWeDidNotGiveMakesNoCartOfItsOwn() {
    String invented = "a".repeat(43);
    visitor.keep(CartCookies.COOKIE, invented);
    assertThat(carts.add(visitor.visit(), bowl, 1)).isEqualTo(Added.ADDED);
    assertThat(visitor.cookie(CartCookies.COOKIE)).isPresent().get().isNotEqualTo(invented);
    assertThat(cart().lines()).hasSize(1);
    Added last = Added.ADDED;
    for (int i = 0; i < 250 && last == Added.ADDED; i++) {
      // One customer's addresses all.
      PlainVisitor next = new PlainVisitor("2001:db8:0:1::" + Integer.toHexString(i));
      next.keep(CartCookies.COOKIE, "b".repeat(40) + (100 + i));
      last = carts.add(next.visit(), bowl, 1);
    }
    assertThat(last).isEqualTo(Added.TOO_MANY);
  }

  @Test
  void whatIsPutInTwiceIsOneLineAndIsAddedUp() {
    assertThat(carts.add(visitor.visit(), bowl, 2)).isEqualTo(Added.ADDED);
    carts.add(visitor.visit(), cup, 1);
    carts.add(visitor.visit(), bowl, 3);
    assertThat(cart().lines()).extracting(CartLine::skuId).containsExactly(bowl, cup);
    assertThat(cart().goods()).isEqualTo("65.50");
    assertThat(cart().weight()).isEqualTo(1800);
    assertThat(carts.pieces(visitor.visit())).isEqualTo(6);
    assertThat(carts.of(new PlainVisitor().visit()).lines()).isEmpty();
  }

  @Test
  void quantitiesAreSetAndWithNoneTheLineGoes() {
    carts.add(visitor.visit(), bowl, 2);
    carts.add(visitor.visit(), cup, 1);
    carts.change(visitor.visit(), Map.of(bowl, 7, cup, 0, 999_999L, 5));
    assertThat(cart().lines()).extracting(CartLine::skuId, CartLine::pieces)
        .containsExactly(tuple(bowl, 7));
  }

  @Test
  void whatIsGoneSoldOutOrShortIsSaidAndNotCounted() {
    carts.add(visitor.visit(), bowl, 2);
    carts.add(visitor.visit(), cup, 1);
    sql.update("update sku set stock = 1 where id = ?", bowl);
    assertThat(cart().lines().get(0).problem()).isEqualTo(CartLine.Problem.SHORT);
    assertThat(cart().orderable()).isFalse();
    assertThat(cart().goods()).isEqualTo("3.00");
    sql.update("update sku set stock = 0 where id = ?", bowl);
    assertThat(cart().lines().get(0).problem()).isEqualTo(CartLine.Problem.SOLD_OUT);
    sql.update("update sku set state = 'REMOVED' where id = ?", bowl);
    assertThat(cart().lines().get(0).problem()).isEqualTo(CartLine.Problem.GONE);
    sql.update("delete from sku where id = ?", bowl);
    assertThat(cart().lines().get(0).problem()).isEqualTo(CartLine.Problem.GONE);
    assertThat(carts.add(visitor.visit(), bowl, 1)).isEqualTo(Added.GONE);
  }

  @Test
  void atTheLoginTheVisitorsCartBecomesTheMembers() {
    long member = member("merge");
    PlainVisitor atHome = new PlainVisitor();
    login(member, atHome);
    carts.add(atHome.visit(), bowl, 1);
    carts.add(visitor.visit(), bowl, 2);
    carts.add(visitor.visit(), cup, 4);
    login(member, visitor);
    assertThat(carts.ofMember(member).lines()).extracting(CartLine::skuId, CartLine::pieces).containsExactlyInAnyOrder(
        tuple(bowl, 3), tuple(cup, 4));
    assertThat(rows("cart")).isEqualTo(1);
    login(member, visitor);
    assertThat(carts.ofMember(member).pieces()).as("again adds nothing").isEqualTo(7);
  }

  /** As the shop does it: the event comes with the session. */
  private static void login(long member, PlainVisitor who) {
    Visit visit = who.visit();
    beans.get(Sessions.class).login(member, visit);
    carts.merge(new Sessions.LoggedIn(member, visit));
  }

  @Test
  void twentyClicksAtOnceAreTwentyPieces() {
    carts.add(visitor.visit(), bowl, 1);
    AtOnce.run(20, () -> carts.add(visitor.visit(), bowl, 1));
    assertThat(cart().lines().get(0).pieces()).isEqualTo(21);
  }

  @Test
  void aCartHasNoMoreLinesThanAPersonReadsAndALineNoMorePieces() {
    for (int i = 0; i < Carts.MOST_LINES; i++) {
      assertThat(carts.add(visitor.visit(), sku("L" + i, "1.00", 5), 1)).isEqualTo(Added.ADDED);
    }
    assertThat(carts.add(visitor.visit(), bowl, 1)).isEqualTo(Added.FULL);
    long first = cart().lines().get(0).skuId();
    carts.add(visitor.visit(), first, 999);
    assertThat(cart().lines().get(0).pieces()).isEqualTo(Carts.MOST_PIECES);
  }

  @Test
  void oneAddressCannotFillTheTable() {
    PlainVisitor other = new PlainVisitor("198.51.100.7");
    Added last = Added.ADDED;
    for (int i = 0; i <= 200; i++) {
      last = carts.add(new PlainVisitor("198.51.100.7").visit(), bowl, 1);
    }
    assertThat(last).isEqualTo(Added.TOO_MANY);
    assertThat(carts.add(other.visit(), bowl, 1)).isEqualTo(Added.TOO_MANY);
    assertThat(carts.add(new PlainVisitor("198.51.100.8").visit(), bowl, 1)).isEqualTo(Added.ADDED);
  }

  @Test
  void visitorsCartsAreForgottenAfterAMonthAndMembersAreNot() {
    long member = member("stay");
    PlainVisitor known = new PlainVisitor();
    login(member, known);
    carts.add(known.visit(), bowl, 1);
    carts.add(visitor.visit(), bowl, 1);
    CartStore store = beans.get(CartStore.class);
    assertThat(store.deleteExpired(CLOCK.instant().plus(Duration.ofDays(29)), 100)).isZero();
    assertThat(store.deleteExpired(CLOCK.instant().plus(Duration.ofDays(31)), 100)).isEqualTo(1);
    assertThat(carts.ofMember(member).lines()).hasSize(1);
  }
}
