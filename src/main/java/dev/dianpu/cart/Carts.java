package dev.dianpu.cart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.catalog.SkuView;
import dev.dianpu.catalog.Skus;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The carts. Looking at one makes none. */
@ApplicationScoped
public class Carts {

  /** Lines in a cart. */
  public static final int MOST_LINES = 99;
  /** Pieces of a line. */
  public static final int MOST_PIECES = 999;

  /** Every page shows the number: for this long it is not counted anew. */
  private final Cache<String, Integer> counted =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofSeconds(2)).build();

  @Inject CartStore store;
  @Inject CartRepository repository;
  @Inject CartCookies cookies;
  @Inject Skus skus;

  /** What came of putting something into a cart. */
  public enum Added {
    ADDED,
    /** It is not sold any more. */
    GONE,
    /** The cart has {@link #MOST_LINES} lines already. */
    FULL,
    /** Too many carts were begun from that address. */
    TOO_MANY
  }

  /** The cart of a visit; an empty one if there is none. Two or three queries. */
  @Transactional
  public CartView of(Visit visit) {
    return view(cookies.owner(visit).flatMap(repository::find));
  }

  /** The cart of a member. */
  @Transactional
  public CartView ofMember(long memberId) {
    return view(repository.find(CartOwner.member(memberId)));
  }

  /** The cart of a member, locked in the caller's transaction: of two orders at once the second finds it empty. */
  @Transactional(Transactional.TxType.MANDATORY)
  public CartView lock(long memberId) {
    return view(repository.lock(CartOwner.member(memberId)));
  }

  private CartView view(Optional<Long> cart) {
    Map<Long, Integer> lines = cart.map(repository::lines).orElse(Map.of());
    Map<Long, SkuView> known = skus.byIds(lines.keySet(), Skus.NO_RANK);
    return new CartView(lines.entrySet().stream()
        .map(line -> new CartLine(line.getKey(), known.get(line.getKey()), line.getValue())).toList());
  }

  /** Puts pieces of a variant into the cart of a visit. */
  @Transactional
  public Added add(Visit visit, long sku, int pieces) {
    SkuView view = skus.byIds(List.of(sku), Skus.NO_RANK).get(sku);
    if (view == null || !view.onSale()) {
      return Added.GONE;
    }
    // A cookie of which we know no cart may be anybody's invention: only one that we gave makes a row.
    Optional<CartOwner> owner = cookies.owner(visit).filter(known -> known.isMember() || repository.find(known).isPresent())
        .or(() -> cookies.begin(visit));
    if (owner.isEmpty()) {
      return Added.TOO_MANY;
    }
    boolean added = store.add(owner.get(), sku, Math.min(pieces, MOST_PIECES));
    counted.invalidate(key(owner.get()));
    return added ? Added.ADDED : Added.FULL;
  }

  /** Sets the pieces of lines of the cart of a visit; with 0 the line goes. */
  public void change(Visit visit, Map<Long, Integer> wanted) {
    cookies.owner(visit).ifPresent(owner -> {
      store.change(owner, wanted);
      counted.invalidate(key(owner));
    });
  }

  /** Takes what was ordered out of a member's cart, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void ordered(long memberId, Collection<Long> skuIds) {
    repository.find(CartOwner.member(memberId)).ifPresent(cart -> repository.remove(cart, skuIds));
    counted.invalidate(key(CartOwner.member(memberId)));
  }

  /** How many pieces are in the cart of a visit. */
  int pieces(Visit visit) {
    return cookies.owner(visit).map(owner -> counted.get(key(owner), key -> repository.pieces(owner))).orElse(0);
  }

  void merge(@Observes Sessions.LoggedIn login) {
    cookies.visitor(login.visit()).ifPresent(visitor -> {
      CartOwner member = CartOwner.member(login.memberId());
      store.merge(visitor, member);
      cookies.end(login.visit());
      counted.invalidate(key(member));
    });
  }

  private static String key(CartOwner owner) {
    return owner.value() instanceof byte[] hash ? HexFormat.of().formatHex(hash) : owner.value().toString();
  }
}
