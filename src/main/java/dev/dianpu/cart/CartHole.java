package dev.dianpu.cart;

import dev.dianpu.platform.web.PageHole;
import dev.dianpu.platform.web.Templates;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** The way to the cart on every page, with the number of pieces in it. */
@ApplicationScoped
public class CartHole implements PageHole {

  @Inject Carts carts;
  @Inject Templates templates;

  @Override
  public String name() {
    return "cart";
  }

  @Override
  public String html(HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return templates.render("_cart", Map.of("pieces", carts.pieces(visit)), visit.locale());
  }
}
