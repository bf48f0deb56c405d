package dev.dianpu.order;

import dev.dianpu.cart.Carts;
import dev.dianpu.member.Members;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.Payment;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.BareEvent;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.TestDatabase;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A shop that takes orders, in a bare JVM on a real database. */
final class OrderShop implements AutoCloseable {

  static final Payment TRANSFER = Payment.of("banktransfer", Payment.Way.BY_HAND);
  static final Payment DOOR = Payment.of("cashondelivery", Payment.Way.ON_DELIVERY);
  static final Payment BALANCE = Payment.of("balance", Payment.Way.BALANCE);

  final Queue<OrderEvent> told = new ConcurrentLinkedQueue<>();
  final Queue<String> logged = new ConcurrentLinkedQueue<>();
  final MapSettings settings = MapSettings.of(Map.ofEntries(Map.entry("shop.zone", "Asia/Shanghai"),
      Map.entry("shipping.flat", "true"), Map.entry("shipping.flat-fee", "8.00"),
      Map.entry("shipping.weight", "false"), Map.entry("shipping.free-from", "0"), Map.entry("shipping.pickup", "true"),
      Map.entry("shipping.pickup-place", "北门"), Map.entry("order.unpaid-hours", "72")));
  final AtomicBoolean phoneRequired = new AtomicBoolean();
  final BareBeans beans;
  final Sql sql;

  private final AtomicInteger next = new AtomicInteger();

  OrderShop() {
    beans = new BareBeans(TestDatabase.migrated(), entities())
        .with(Clock.class, Clock.systemUTC()).with(Settings.class, settings)
        .with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())))
        .with(AdminLog.class, (action, subject, before, after) -> logged.add(action + ' ' + subject))
        .with("jakarta.enterprise.event.Event<dev.dianpu.spi.OrderEvent>", new BareEvent<OrderEvent>(told::add))
        .with("dev.dianpu.spi.Extensions<dev.dianpu.spi.PhonePolicy>", (Extensions<PhonePolicy>) () -> List.of(policy()))
        .with("dev.dianpu.spi.Extensions<dev.dianpu.spi.Payment>",
            (Extensions<Payment>) () -> List.of(TRANSFER, DOOR, BALANCE));
    sql = new Sql(beans.get(DataSource.class));
    sql.update("insert into category (name) values ('t')");
  }

  /** As 短信通 with its switch {@link #phoneRequired}; nothing else is asked of it here. */
  private PhonePolicy policy() {
    return (PhonePolicy) Proxy.newProxyInstance(OrderShop.class.getClassLoader(), new Class<?>[] {PhonePolicy.class},
        (self, method, arguments) -> {
          if (method.getName().equals("phoneRequiredForOrders")) {
            return phoneRequired.get();
          }
          throw new UnsupportedOperationException(method.getName());
        });
  }

  private static Class<?>[] entities() {
    return Stream.of("catalog.Goods", "catalog.Sku", "catalog.MemberRank", "catalog.SkuRankPrice", "member.Member")
        .map(name -> {
          try {
            return Class.forName("dev.dianpu." + name);
          } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
          }
        }).toArray(Class<?>[]::new);
  }

  long member() {
    int number = next.incrementAndGet();
    return sql.insert("insert into member (username, email, password, nickname, registered_at,"
        + " registered_from, consent_version, consent_at) values (?, ?, '', '', now(6), '192.0.2.1', '1', now(6))",
        "kunde" + number, "kunde" + number + "@example.com");
  }

  void bindPhone(long member, PhoneNumber phone) {
    beans.transactions().inOne(() -> {
      beans.get(Members.class).changePhone(member, phone);
      return null;
    });
  }

  /** Goods with one variant of this price in yuan. */
  long sku(String price, int stock) {
    int number = next.incrementAndGet();
    long goods = sql.insert("insert into goods (category_id, sn, name, description, price, stock, listed_at)"
        + " values ((select min(id) from category), ?, '碗', '', ?, ?, now(6))", "G" + number, new BigDecimal(price), stock);
    return sql.insert("insert into sku (goods_id, code, options, price, stock, weight) values (?, ?, '', ?, ?, 300)",
        goods, "S" + number, new BigDecimal(price), stock);
  }

  void putIn(long member, long sku, int pieces) {
    sql.update("insert ignore into cart (member_id, touched_at) values (?, now(6))", member);
    sql.update("insert into cart_line (cart_id, sku_id, pieces, added_at)"
        + " select id, ?, ?, now(6) from cart where member_id = ?", sku, pieces, member);
  }

  Wish wish(long member, String key, Payment payment, String shown) {
    return wish(member, key, payment, shown, ShippingMethod.FLAT);
  }

  Wish wish(long member, String key, Payment payment, String shown, ShippingMethod method) {
    return new Wish(member, key,
        new Recipient("王小明", new PhoneNumber("+8613900000001"), 330106, "浙江省杭州市西湖区 某路 1 号"), method, payment,
        new Extras("", "", ""), new BigDecimal(shown));
  }

  /** Places an order that must succeed, and tells its number. */
  String placed(long member, Payment payment, String shown) {
    Placed placed = place(wish(member, "key" + next.incrementAndGet(), payment, shown));
    if (placed.result() != Placed.Result.PLACED) {
      throw new IllegalStateException(placed.toString());
    }
    return placed.sn();
  }

  Placed place(Wish wish) {
    return beans.get(PlaceOrder.class).place(wish);
  }

  OrderDesk desk() {
    return beans.get(OrderDesk.class);
  }

  Order order(String sn) {
    return beans.get(OrderRepository.class).find(sn).orElseThrow();
  }

  long stock(long sku) {
    return sql.number("select stock from sku where id = ?", sku).orElseThrow();
  }

  Carts carts() {
    return beans.get(Carts.class);
  }

  @Override
  public void close() {
    beans.close();
  }
}
