package dev.dianpu.cart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.web.PageHole;
import dev.dianpu.platform.web.Templates;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;

/** The way to the cart on every page, with the number of pieces in it. */
@ApplicationScoped
public class CartHole implements PageHole {

  private record Key(int pieces, Locale locale) {}

  private final Cache<Key, String> rendered = Caffeine.newBuilder().maximumSize(1000).build();

  @Inject Carts carts;
  @Inject Templates templates;

  @Override
  public String name() {
    return "cart";
  }

  @Override
  public String html(HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return rendered.get(new Key(carts.pieces(visit), visit.locale()),
        key -> templates.render("_cart", Map.of("pieces", key.pieces()), key.locale()));
  }

  void empty(@Observes Versions.Changed changed) {
    rendered.invalidateAll();
  }
}
