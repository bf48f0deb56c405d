package dev.dianpu.cart;

import dev.dianpu.platform.database.Expiring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of carts, each in one transaction that locks the cart first. */
@ApplicationScoped
class CartStore implements Expiring {

  @Inject CartRepository repository;
  @Inject Clock clock;

  /** Adds pieces; false if the cart has {@link Carts#MOST_LINES} lines already, and none of this variant. */
  @Transactional
  boolean add(CartOwner owner, long sku, int pieces) {
    Instant now = clock.instant();
    long cart = repository.touch(owner, now);
    Map<Long, Integer> lines = repository.lines(cart);
    if (lines.size() >= Carts.MOST_LINES && !lines.containsKey(sku)) {
      return false;
    }
    repository.add(cart, sku, pieces, now);
    return true;
  }

  /** Sets the pieces of lines that are there; with 0 pieces the line goes. */
  @Transactional
  void change(CartOwner owner, Map<Long, Integer> wanted) {
    Optional<Long> cart = repository.find(owner);
    List<Long> gone = wanted.entrySet().stream().filter(line -> line.getValue() == 0).map(Map.Entry::getKey).toList();
    if (cart.isPresent() && !wanted.isEmpty()) {
      repository.touch(owner, clock.instant());
      repository.set(cart.get(), wanted);
      if (!gone.isEmpty()) {
        repository.remove(cart.get(), gone);
      }
    }
  }

  /** Makes a visitor's lines the member's; those that came last are lost beyond {@link Carts#MOST_LINES}. */
  @Transactional
  void merge(CartOwner visitor, CartOwner member) {
    Optional<Long> from = repository.find(visitor);
    if (from.isPresent()) {
      long to = repository.touch(member, clock.instant());
      repository.pour(from.get(), to);
      repository.delete(from.get());
      List<Long> skus = List.copyOf(repository.lines(to).keySet());
      if (skus.size() > Carts.MOST_LINES) {
        repository.remove(to, skus.subList(Carts.MOST_LINES, skus.size()));
      }
    }
  }

  @Override
  @Transactional
  public int deleteExpired(Instant now, int most) {
    return repository.deleteVisitorsBefore(now.minus(CartCookies.KEPT), most);
  }
}
