package dev.dianpu.order;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.spi.OrderEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Goods leave the shop: in parcels, or across the counter for a pickup code. As {@link OrderDesk}. */
@ApplicationScoped
@Transactional
public class Dispatch {

  private static final int CODE_DIGITS = 8;

  @Inject OrderLife life;
  @Inject OrderLineRepository lines;
  @Inject OrderSecrets secrets;
  @Inject AdminLog log;

  /**
   * A parcel, as the admin enters it.
   *
   * @param pieces by order line; lines without a piece are left out
   */
  public record Entered(String carrier, String number, Map<Long, Integer> pieces) {
    public Entered {
      pieces = new TreeMap<>(pieces);
    }
  }

  /**
   * A parcel leaves; the last one makes the order SHIPPED.
   *
   * @throws ImpossibleStep also if there is nothing in it, or more than is left to send
   */
  public void ship(String sn, Entered parcel, Actor admin, String note) {
    Order locked = life.lock(sn);
    List<OrderLine> ordered = lines.of(locked.id());
    Map<Long, Integer> pieces = parcel.pieces();
    if (pieces.isEmpty() || !ordered.stream().map(OrderLine::id).toList().containsAll(pieces.keySet())
        || ordered.stream().anyMatch(line -> pieces.getOrDefault(line.id(), 0) > line.left())
        || pieces.values().stream().anyMatch(count -> count < 1)) {
      throw new ImpossibleStep("no such parcel can be sent");
    }
    boolean all = ordered.stream().allMatch(line -> pieces.getOrDefault(line.id(), 0) == line.left());
    Order order = life.step(locked, all ? Action.SHIP : Action.SHIP_PART, admin, note);
    lines.addParcel(order.id(), parcel.carrier(), parcel.number(), pieces, life.now());
    log.record("admin.log.order-ship", sn, "", parcel.carrier() + ' ' + parcel.number());
    life.tell(order,
        (facts, at) -> new OrderEvent.OrderShipped(facts, order.steps(), at, parcel.carrier(), parcel.number()));
  }

  /** It waits at the counter: the member gets the pickup code. */
  public void makeReady(String sn, Actor admin, String note) {
    String code = secrets.digits(CODE_DIGITS);
    Order order = life.step(life.lock(sn).pickup(code), Action.MAKE_READY, admin, note);
    log.record("admin.log.order-make-ready", sn, "", "");
    life.tell(order, (facts, at) -> new OrderEvent.PickupCode(facts, order.steps(), at, code));
  }

  /**
   * Somebody shows the code and gets the goods.
   *
   * @return false if it is another code; nothing is changed
   */
  public boolean handOver(String sn, String code, Actor admin, String note) {
    Order locked = life.lock(sn);
    if (!MessageDigest.isEqual(locked.pickupCode().getBytes(StandardCharsets.UTF_8),
        code.strip().getBytes(StandardCharsets.UTF_8)) || locked.pickupCode().isEmpty()) {
      return false;
    }
    Order order = life.step(locked, Action.HAND_OVER, admin, note);
    log.record("admin.log.order-hand-over", sn, "", "");
    life.tell(order, (facts, at) -> new OrderEvent.ReceiptConfirmed(facts, order.steps(), at));
    return true;
  }
}
