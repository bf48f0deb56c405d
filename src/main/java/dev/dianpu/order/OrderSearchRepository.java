package dev.dianpu.order;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Finds orders among a million: every search walks down one index of {@code shop_order}. */
@ApplicationScoped
class OrderSearchRepository {

  @PersistenceContext EntityManager em;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  List<Long> page(Orders.Filter filter, Optional<byte[]> phone, Long beforeId, int most) {
    NewestFirst newest = new NewestFirst("shop_order", index(filter, phone), "created_at");
    phone.ifPresent(digest -> newest.only("phone_digest", digest));
    filter.order().ifPresent(state -> newest.only("order_state", state.name()));
    filter.payment().ifPresent(state -> newest.only("payment_state", state.name()));
    filter.shipping().ifPresent(state -> newest.only("shipping_state", state.name()));
    filter.from().ifPresent(newest::from);
    filter.until().ifPresent(newest::until);
    Optional.ofNullable(beforeId).flatMap(this::placedAt).ifPresent(at -> newest.after(at, beforeId));
    Query query = em.createNativeQuery(newest.sql(most));
    List<Object> parameters = newest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    return ((List<?>) query.getResultList()).stream().map(id -> ((Number) id).longValue()).toList();
  }

  /** The most selective one for which there is an index. */
  private static String index(Orders.Filter filter, Optional<byte[]> phone) {
    if (phone.isPresent()) {
      return "shop_order_phone";
    }
    if (filter.shipping().isPresent()) {
      return "shop_order_shipping";
    }
    if (filter.payment().isPresent()) {
      return "shop_order_payment";
    }
    return filter.order().isPresent() ? "shop_order_state" : "shop_order_newest";
  }

  private Optional<Instant> placedAt(long id) {
    return new Sql(dataSource).first(row -> Sql.instant(row.getObject(1, LocalDateTime.class)),
        "select created_at from shop_order where id = ?", id);
  }

  /** Numbers of open orders that nobody paid, which were placed before a moment and wait for the money. */
  List<String> unpaidSince(Instant before, int most) {
    return new Sql(dataSource).all(row -> row.getString(1), "select sn from shop_order force index (shop_order_payment)"
        + " where payment_state = 'UNPAID' and created_at < ? and order_state in ('PLACED', 'CONFIRMED')"
        + " and payment_way <> 'ON_DELIVERY' order by created_at limit ?", before, most);
  }
}
