package dev.dianpu.order;

import dev.dianpu.cart.Totals;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.Payment;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Orders; each method is one statement, in the caller's transaction if there is one. */
@ApplicationScoped
class OrderRepository {

  private static final String SELECT = "select id, sn, member_id, order_state, payment_state, shipping_state, steps,"
      + " stock_held, goods_amount, shipping_fee, total, refunded, shipping_method, payment_method, payment_way,"
      + " consignee, phone_sealed, region, address_sealed, invoice_title, invoice_tax_no, remark, pickup_sealed,"
      + " created_at, paid_at from shop_order where ";

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  @Inject OrderSecrets secrets;

  private Sql sql() {
    return new Sql(dataSource);
  }

  Optional<Order> find(String sn) {
    return sql().first(this::order, SELECT + "sn = ?", sn);
  }

  /** The same, locked until the transaction ends. */
  Optional<Order> lock(String sn) {
    return sql().first(this::order, SELECT + "sn = ? for update", sn);
  }

  Optional<String> bySubmit(String submitKey, long memberId) {
    return sql().first(row -> row.getString(1), "select sn from shop_order where submit_key = ? and member_id = ?",
        submitKey, memberId);
  }

  /** Whether an order of this member is neither over nor called off, or was called off with money still to be returned. */
  boolean anyOpen(long memberId) {
    return sql().number("select 1 from shop_order where member_id = ? and (order_state in ('PLACED', 'CONFIRMED')"
        + " or order_state in ('CANCELLED', 'RETURNED') and payment_state in ('PAID', 'PARTLY_REFUNDED')) limit 1",
        memberId).isPresent();
  }

  /** How many orders of this member hold pieces that nobody paid for or confirmed. */
  int waiting(long memberId) {
    return sql().number("select count(*) from shop_order where member_id = ? and order_state = 'PLACED'"
        + " and payment_state = 'UNPAID'", memberId).orElse(0L).intValue();
  }

  /** How many orders a member placed since then. */
  int placedSince(long memberId, Instant since) {
    return sql().number("select count(*) from shop_order where member_id = ? and created_at > ?", memberId, since)
        .orElse(0L).intValue();
  }

  /** Takes everything that tells of a person from the orders of a member; the invoice of a firm stays. */
  void forgetPerson(long memberId) {
    sql().update("update shop_order set consignee = '', phone_digest = ?, phone_sealed = '', address_sealed = '',"
        + " remark = '', pickup_sealed = '', invoice_title = if(invoice_tax_no = '', '', invoice_title)"
        + " where member_id = ?", new byte[32], memberId);
  }

  /** A member's orders, newest first. */
  List<Order> of(long memberId, int first, int most) {
    return sql().all(this::order, SELECT + "member_id = ? order by created_at desc, id desc limit ? offset ?", memberId,
        most, first);
  }

  /** Orders, newest first. */
  List<Order> byIds(Collection<Long> ids) {
    return ids.isEmpty() ? List.of()
        : sql().all(this::order, SELECT + "id in (" + marks(ids.size()) + ") order by created_at desc, id desc",
            ids.toArray());
  }

  long add(Order order, String submitKey) {
    Recipient to = order.recipient();
    Standing standing = order.standing();
    return sql().insert("insert into shop_order (sn, member_id, submit_key, order_state, payment_state, shipping_state,"
            + " steps, stock_held, goods_amount, shipping_fee, total, shipping_method, payment_method, payment_way,"
            + " consignee, phone_digest, phone_sealed, region, address_sealed, invoice_title, invoice_tax_no, remark,"
            + " created_at) values (?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        order.sn(), order.memberId(), submitKey, standing.order().name(), standing.payment().name(),
        standing.shipping().name(), order.steps(), order.totals().goods(), order.totals().shipping(),
        order.totals().total(), order.choice().shipping().name(), order.choice().payment(),
        order.choice().way().name(), to.consignee(), secrets.digest(to.phone()), secrets.sealPhone(order.sn(), to.phone()), to.region(),
        secrets.sealAddress(order.sn(), to.address()), order.extras().invoiceTitle(), order.extras().taxNumber(),
        order.extras().remark(), order.placedAt());
  }

  /** Writes what changes in an order's life. */
  void change(Order order) {
    Standing standing = order.standing();
    sql().update("update shop_order set order_state = ?, payment_state = ?, shipping_state = ?, steps = ?,"
            + " stock_held = ?, refunded = ?, pickup_sealed = ?, paid_at = ? where id = ?", standing.order().name(),
        standing.payment().name(), standing.shipping().name(), order.steps(), order.stockHeld(), order.refunded(),
        secrets.sealPickup(order.sn(), order.pickupCode()), order.paidAt().orElse(null), order.id());
  }

  private Order order(ResultSet row) throws SQLException {
    String sn = row.getString("sn");
    Standing standing = new Standing(OrderState.valueOf(row.getString("order_state")),
        PaymentState.valueOf(row.getString("payment_state")), ShippingState.valueOf(row.getString("shipping_state")));
    Choice choice = new Choice(ShippingMethod.valueOf(row.getString("shipping_method")),
        row.getString("payment_method"), Payment.Way.valueOf(row.getString("payment_way")));
    return new Order(row.getLong("id"), sn, row.getLong("member_id"), standing, row.getInt("steps"),
        row.getBoolean("stock_held"),
        new Totals(row.getBigDecimal("goods_amount"), row.getBigDecimal("shipping_fee"), row.getBigDecimal("total")),
        row.getBigDecimal("refunded"), choice, recipient(sn, row),
        new Extras(row.getString("invoice_title"), row.getString("invoice_tax_no"), row.getString("remark")),
        secrets.pickup(sn, row.getString("pickup_sealed")), Sql.instant(row.getObject("created_at", LocalDateTime.class)),
        Optional.ofNullable(row.getObject("paid_at", LocalDateTime.class)).map(Sql::instant));
  }

  private Recipient recipient(String sn, ResultSet row) throws SQLException {
    return new Recipient(row.getString("consignee"), secrets.phone(sn, row.getString("phone_sealed")),
        row.getObject("region", Integer.class), secrets.address(sn, row.getString("address_sealed")));
  }

  static String marks(int number) {
    return String.join(",", Collections.nCopies(number, "?"));
  }
}
