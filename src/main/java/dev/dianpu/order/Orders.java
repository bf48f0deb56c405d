package dev.dianpu.order;

import dev.dianpu.platform.database.Slice;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders to look at. */
@ApplicationScoped
public class Orders {

  @Inject OrderRepository orders;
  @Inject OrderLineRepository lines;
  @Inject OrderSearchRepository search;
  @Inject OrderSecrets secrets;

  /** An order with what was ordered. */
  public record Summary(Order order, List<OrderLine> lines) {
    /** How many pieces. */
    public int pieces() {
      return lines.stream().mapToInt(OrderLine::pieces).sum();
    }
  }

  /**
   * An order with all that belongs to it.
   *
   * @param steps its life, oldest first
   */
  public record Detail(Order order, List<OrderLine> lines, List<OrderStep> steps, List<Parcel> parcels) {}

  /** Which orders an admin wants to see; what is empty does not matter. */
  public record Filter(Optional<PhoneNumber> phone, Optional<OrderState> order, Optional<PaymentState> payment,
      Optional<ShippingState> shipping, Optional<Instant> from, Optional<Instant> until) {}

  /** A member's orders, newest first; one more than {@code most} if there are further ones. Two queries. */
  public List<Summary> of(long memberId, int first, int most) {
    return summaries(orders.of(memberId, first, most + 1));
  }

  /** An order in full. Four queries. */
  public Optional<Detail> find(String sn) {
    return orders.find(sn).map(order ->
        new Detail(order, lines.of(order.id()), lines.steps(order.id()), lines.parcels(order.id())));
  }

  /** An order of a member; empty for anybody else's. */
  public Optional<Detail> find(String sn, long memberId) {
    return find(sn).filter(detail -> detail.order().memberId() == memberId);
  }

  /** Just the order of this number, as a list. */
  public Slice<Summary> bySn(String sn) {
    return new Slice<>(summaries(orders.find(sn).map(List::of).orElse(List.of())), Optional.empty());
  }

  /**
   * A page of orders, newest first. Three queries.
   *
   * @param beforeId what the page before named as {@link Slice#before}; null for the newest page
   */
  @Transactional
  public Slice<Summary> page(Filter filter, Long beforeId, int size) {
    List<Long> ids = search.page(filter, filter.phone().map(secrets::digest), beforeId, size + 1);
    return Slice.of(summaries(orders.byIds(ids)), size, summary -> summary.order().id());
  }

  private List<Summary> summaries(List<Order> found) {
    Map<Long, List<OrderLine>> ordered = lines.of(found.stream().map(Order::id).toList());
    return found.stream().map(order -> new Summary(order, ordered.get(order.id()))).toList();
  }
}
