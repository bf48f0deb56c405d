package dev.dianpu.order;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Lines, steps and parcels of orders; each method is one statement, in the caller's transaction if there is one. */
@ApplicationScoped
class OrderLineRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  private Sql sql() {
    return new Sql(dataSource);
  }

  void add(long orderId, List<OrderLine> lines) {
    List<Object> arguments = new ArrayList<>();
    for (OrderLine line : lines) {
      Collections.addAll(arguments, orderId, line.skuId(), line.goodsId(), line.name(), line.variant(), line.sn(),
          line.picture(), line.price(), line.pieces());
    }
    sql().update("insert into order_line (order_id, sku_id, goods_id, name, variant, sn, picture, price, pieces)"
        + " values " + String.join(", ", Collections.nCopies(lines.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?)")), arguments.toArray());
  }

  /** The lines of orders, by the orders' ids. */
  Map<Long, List<OrderLine>> of(Collection<Long> orderIds) {
    Map<Long, List<OrderLine>> lines = new LinkedHashMap<>();
    orderIds.forEach(id -> lines.put(id, new ArrayList<>()));
    if (!orderIds.isEmpty()) {
      sql().all(row -> lines.get(row.getLong(1)).add(new OrderLine(row.getLong(2), row.getLong(3), row.getLong(4),
              row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getBigDecimal(9),
              row.getInt(10), row.getInt(11))),
          "select order_id, id, sku_id, goods_id, name, variant, sn, picture, price, pieces, shipped from order_line"
              + " where order_id in (" + OrderRepository.marks(orderIds.size()) + ") order by order_id, id",
          orderIds.toArray());
    }
    return lines;
  }

  List<OrderLine> of(long orderId) {
    return of(List.of(orderId)).get(orderId);
  }

  void addStep(long orderId, OrderStep step) {
    Standing standing = step.standing();
    sql().update("insert into order_step (order_id, step, action, order_state, payment_state, shipping_state, actor,"
            + " actor_name, note, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", orderId, step.step(),
        step.action().name(), standing.order().name(), standing.payment().name(), standing.shipping().name(),
        step.actor().kind().name(), step.actor().name(), step.note(), step.at());
  }

  /** The life of an order, oldest step first. */
  List<OrderStep> steps(long orderId) {
    return sql().all(row -> new OrderStep(row.getInt(1), Action.valueOf(row.getString(2)),
            new Standing(OrderState.valueOf(row.getString(3)), PaymentState.valueOf(row.getString(4)),
                ShippingState.valueOf(row.getString(5))),
            new Actor(Actor.Kind.valueOf(row.getString(6)), row.getString(7)), row.getString(8),
            Sql.instant(row.getObject(9, LocalDateTime.class))),
        "select step, action, order_state, payment_state, shipping_state, actor, actor_name, note, created_at"
            + " from order_step where order_id = ? order by step", orderId);
  }

  /** Adds a parcel, and to each of its lines the pieces that left. */
  void addParcel(long orderId, String carrier, String number, Map<Long, Integer> pieces, Instant now) {
    long parcel = sql().insert("insert into parcel (order_id, carrier, number, shipped_at) values (?, ?, ?, ?)",
        orderId, carrier, number, now);
    List<Object> inside = new ArrayList<>();
    List<Object> shipped = new ArrayList<>();
    pieces.forEach((line, count) -> {
      Collections.addAll(inside, parcel, line, count);
      Collections.addAll(shipped, line, count);
    });
    sql().update("insert into parcel_line (parcel_id, order_line_id, pieces) values "
        + String.join(", ", Collections.nCopies(pieces.size(), "(?, ?, ?)")), inside.toArray());
    shipped.addAll(pieces.keySet());
    sql().update("update order_line set shipped = shipped + case id" + " when ? then ?".repeat(pieces.size())
        + " end where id in (" + OrderRepository.marks(pieces.size()) + ')', shipped.toArray());
  }

  /** The parcels of an order, oldest first. */
  List<Parcel> parcels(long orderId) {
    Map<Long, Parcel> parcels = new LinkedHashMap<>();
    Map<Long, List<Parcel.Line>> lines = new LinkedHashMap<>();
    sql().all(row -> {
      long id = row.getLong(1);
      lines.computeIfAbsent(id, none -> new ArrayList<>()).add(new Parcel.Line(row.getLong(5), row.getInt(6)));
      return parcels.put(id, new Parcel(id, row.getString(2), row.getString(3),
          Sql.instant(row.getObject(4, LocalDateTime.class)), lines.get(id)));
    }, "select p.id, p.carrier, p.number, p.shipped_at, l.order_line_id, l.pieces from parcel p"
        + " join parcel_line l on l.parcel_id = p.id where p.order_id = ? order by p.id, l.order_line_id", orderId);
    return List.copyOf(parcels.values());
  }
}
