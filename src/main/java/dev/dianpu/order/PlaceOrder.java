package dev.dianpu.order;

import dev.dianpu.catalog.OutOfStock;
import dev.dianpu.order.Placed.Result;
import dev.dianpu.payment.BalanceTooLow;
import dev.dianpu.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;

/** A member places an order. However often the same form is sent, and however many at once, it is one order. */
@ApplicationScoped
public class PlaceOrder {

  private static final int TRIES = 3;
  /** A unique key refused a row; somebody else's lock was in the way. MySQL and MariaDB agree on the numbers. */
  private static final int DUPLICATE = 1062;
  private static final int DEADLOCK = 1213;
  private static final int LOCK_TIMEOUT = 1205;

  @Inject Placing placing;
  @Inject OrderRepository orders;
  @Inject PhoneDuty phones;

  /** Places it, unless this form was sent before: then what came of it then is told again. */
  public Placed place(Wish wish) {
    return known(wish).orElseGet(() ->
        phones.missing(wish.memberId()) ? Placed.of(Result.PHONE_REQUIRED) : fresh(wish));
  }

  private Placed fresh(Wish wish) {
    for (int tried = 1;; tried++) {
      try {
        Placed placed = placing.place(wish);
        // Sent twice at once: by now the other one has emptied the cart.
        return placed.result() == Result.EMPTY ? known(wish).orElse(placed) : placed;
      } catch (OutOfStock somebodyWasFaster) {
        return Placed.of(Result.CART_CHANGED);
      } catch (BalanceTooLow poor) {
        return Placed.of(Result.BALANCE_TOO_LOW);
      } catch (Sql.Failed refused) {
        if (tried == TRIES || !passing(refused)) {
          throw refused;
        }
      }
      Optional<Placed> known = known(wish);
      if (known.isPresent()) {
        return known.get();
      }
    }
  }

  private Optional<Placed> known(Wish wish) {
    return orders.bySubmit(wish.submitKey(), wish.memberId()).map(sn -> new Placed(Result.PLACED, sn));
  }

  private static boolean passing(Sql.Failed refused) {
    int code = refused.getCause() instanceof SQLException cause ? cause.getErrorCode() : 0;
    return code == DUPLICATE || code == DEADLOCK || code == LOCK_TIMEOUT;
  }
}
