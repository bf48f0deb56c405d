package dev.dianpu.limit;

import dev.dianpu.spi.PhonePolicy.SendLimits;
import java.util.Collection;
import java.util.Map;

/**
 * Where sends are counted: {@link DatabaseSends} or {@link RedisSends}. What a limit says is the same for both and stands
 * in {@link SendRules}, {@link Sends} and {@link SiteSends}; a store sees to it that what is read, decided and written is
 * one, on however many nodes. Its methods are called outside transactions.
 */
interface SendStore {

  /** Takes one send of everybody and of the site, or nothing. */
  Reservation reserve(Subjects subjects, long cost, SendLimits limits);

  /** Gives units of a reservation of this store back, each once; what counts no more returns nothing. */
  void giveBack(long id, GiveBack what);

  /** What everybody sent, and the whole shop; locks nothing. */
  Everything read(Subjects subjects);

  /** Empties one budget of somebody. What was taken from it before is not given back later. */
  void empty(Budget budget, Subjects subject);

  /** Reservations of this store by their numbers, as far as they are still there. */
  Map<Long, Taken> find(Collection<Long> ids);

  /** What everybody sent, and the whole shop. */
  record Everything(Map<Budget, Sends> visitor, SiteSends site) {}

  /**
   * What one send took.
   *
   * @param givenBack bits of the budgets that have their unit back
   */
  record Taken(Subjects subjects, SiteSends.Share share, int givenBack) {

    /** The budgets that this gives back and that are not given back yet, as bits. */
    int open(GiveBack what) {
      return what.bits() & ~givenBack;
    }
  }
}
