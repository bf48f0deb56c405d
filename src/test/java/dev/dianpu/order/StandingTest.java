package dev.dianpu.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What can happen to an order, and above all what cannot. */
class StandingTest {

  private static final Terms PREPAID = new Terms(false, false);
  private static final Terms ON_DELIVERY = new Terms(true, false);
  private static final Terms COLLECTED = new Terms(false, true);

  private static Standing after(Terms terms, Action... actions) {
    Standing standing = Standing.FIRST;
    for (Action action : actions) {
      standing = standing.after(action, terms);
    }
    return standing;
  }

  private static Set<Action> possible(Standing standing, Terms terms) {
    Set<Action> possible = EnumSet.noneOf(Action.class);
    for (Action action : Action.values()) {
      if (standing.allows(action, terms)) {
        possible.add(action);
      }
    }
    return possible;
  }

  @Test
  void anOrderThatIsPaidAtFirstGoesItsWay() {
    assertThat(possible(Standing.FIRST, PREPAID))
        .containsExactlyInAnyOrder(Action.CONFIRM, Action.CANCEL, Action.REJECT, Action.PAY, Action.NOTE);
    Standing end = after(PREPAID, Action.CONFIRM, Action.PAY, Action.PICK, Action.SHIP_PART, Action.SHIP, Action.RECEIVE);
    assertThat(end).isEqualTo(new Standing(OrderState.COMPLETED, PaymentState.PAID, ShippingState.RECEIVED));
    assertThat(possible(end, PREPAID))
        .containsExactlyInAnyOrder(Action.RETURN, Action.REFUND, Action.REFUND_PART, Action.NOTE);
  }

  @Test
  void whatIsNotPaidIsNotPicked() {
    assertThatThrownBy(() -> after(PREPAID, Action.CONFIRM, Action.PICK)).isInstanceOf(ImpossibleStep.class)
        .hasMessageContaining("PICK");
  }

  @Test
  void onDeliveryTheMoneyComesLast() {
    Standing received = after(ON_DELIVERY, Action.PICK, Action.SHIP, Action.RECEIVE);
    assertThat(received).isEqualTo(new Standing(OrderState.CONFIRMED, PaymentState.UNPAID, ShippingState.RECEIVED));
    assertThat(received.after(Action.PAY, ON_DELIVERY).order()).isEqualTo(OrderState.COMPLETED);
  }

  @Test
  void whatIsCollectedIsNeverShipped() {
    Standing picking = after(COLLECTED, Action.PAY, Action.PICK);
    assertThat(possible(picking, COLLECTED)).contains(Action.MAKE_READY).doesNotContain(Action.SHIP, Action.SHIP_PART);
    assertThat(picking.after(Action.MAKE_READY, COLLECTED).after(Action.HAND_OVER, COLLECTED).order())
        .isEqualTo(OrderState.COMPLETED);
    assertThat(possible(after(PREPAID, Action.PAY, Action.PICK), PREPAID)).doesNotContain(Action.MAKE_READY);
  }

  @Test
  void aMemberCancelsUntilItIsPickedTheShopUntilItLeaves() {
    assertThat(possible(after(PREPAID, Action.PAY), PREPAID)).contains(Action.CANCEL, Action.REJECT);
    assertThat(possible(after(PREPAID, Action.PAY, Action.PICK), PREPAID))
        .contains(Action.REJECT).doesNotContain(Action.CANCEL);
    assertThat(possible(after(PREPAID, Action.PAY, Action.PICK, Action.SHIP_PART), PREPAID))
        .doesNotContain(Action.CANCEL, Action.REJECT);
  }

  @Test
  void whatWasCalledOffStaysSoAndOnlyItsMoneyGoesBack() {
    Standing unpaid = after(PREPAID, Action.CANCEL);
    assertThat(possible(unpaid, PREPAID)).containsExactly(Action.NOTE);
    Standing paid = after(PREPAID, Action.PAY, Action.CANCEL);
    assertThat(possible(paid, PREPAID)).containsExactlyInAnyOrder(Action.REFUND, Action.REFUND_PART, Action.NOTE);
    assertThat(possible(paid.after(Action.REFUND, PREPAID), PREPAID)).containsExactly(Action.NOTE);
  }

  @Test
  void goodsComeBackOnce() {
    Standing back = after(PREPAID, Action.PAY, Action.PICK, Action.SHIP, Action.RECEIVE, Action.RETURN);
    assertThat(back).isEqualTo(new Standing(OrderState.RETURNED, PaymentState.PAID, ShippingState.RETURNED));
    assertThat(possible(back, PREPAID)).doesNotContain(Action.RETURN, Action.RECEIVE, Action.SHIP);
  }

  /** Everything that can be reached by any buttons in any order, of which a person would say that it cannot be. */
  @Test
  void noWayLeadsToNonsense() {
    for (Terms terms : Set.of(PREPAID, ON_DELIVERY, COLLECTED, new Terms(true, true))) {
      Set<Standing> reached = reachable(terms);
      assertThat(reached).noneMatch(standing -> standing.order() == OrderState.COMPLETED
          && standing.payment() == PaymentState.UNPAID);
      assertThat(reached).noneMatch(standing -> standing.order() == OrderState.CANCELLED
          && Set.of(ShippingState.SHIPPED, ShippingState.PARTLY_SHIPPED, ShippingState.RECEIVED)
              .contains(standing.shipping()));
      assertThat(reached).noneMatch(standing -> terms.pickup() && standing.shipping() == ShippingState.SHIPPED);
      if (!terms.onDelivery()) {
        assertThat(reached).noneMatch(standing -> standing.payment() == PaymentState.UNPAID
            && standing.shipping() != ShippingState.WAITING);
      }
    }
  }

  private static Set<Standing> reachable(Terms terms) {
    Set<Standing> reached = new HashSet<>(Set.of(Standing.FIRST));
    Deque<Standing> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Standing standing = open.pop();
      for (Action action : new TreeSet<>(possible(standing, terms))) {
        Standing next = standing.after(action, terms);
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }
}
