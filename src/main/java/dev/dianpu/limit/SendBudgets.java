package dev.dianpu.limit;

import dev.dianpu.limit.Reservation.Granted;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Whether one more SMS may be sent: the budgets of phone, address, range, number prefix, session, member and site are
 * drawn on together or not at all, on their own, whatever becomes of the caller. All but the phone's count sends that
 * verified nothing yet: behind one address of a mobile network are thousands of honest people.
 *
 * <p>Never one too many passes, however many ask at once and on however many nodes: that is what a {@link SendStore} is
 * for. To be called outside a transaction, which would else hold a second connection meanwhile.
 */
@ApplicationScoped
public class SendBudgets {

  @Inject SendStores stores;
  @Inject SecretBox box;

  /** For the container. */
  protected SendBudgets() {}

  /** Without a container. */
  SendBudgets(SendStores stores, SecretBox box) {
    this.stores = stores;
    this.box = box;
  }

  /**
   * Takes one send from every budget, or nothing.
   *
   * @param limits as of now
   * @throws dev.dianpu.platform.redis.RedisLost when it can be counted nowhere
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public Reservation reserve(SendWish wish, SendLimits limits) {
    Subjects subjects = Subjects.of(wish, box);
    return stores.now(store -> store.reserve(subjects, wish.cost(), limits));
  }

  /**
   * Gives units of a reservation back. Each returns once, whatever is called how often; a unit that counts no more, or
   * a reservation older than a day, has nothing to return.
   *
   * @param id of a {@link Granted}
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public void giveBack(long id, GiveBack what) {
    stores.giveBack(id, what);
  }
}
