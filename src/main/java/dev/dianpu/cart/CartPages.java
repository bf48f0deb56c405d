package dev.dianpu.cart;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** {@code /cart}. */
@Path("/cart")
public class CartPages {

  private static final String PIECES = "pieces.";
  private static final String REMOVE = "remove:";
  private static final URI HERE = URI.create("/cart");

  @Inject Carts carts;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Page show(@QueryParam("added") String added, @QueryParam("changed") String changed) {
    String done = added != null ? "cart.added" : changed != null ? "cart.changed" : null;
    return page(Map.of(), Map.of(), done, 200);
  }

  /** Puts something in. */
  @POST
  public Response add(@FormParam("sku") @DefaultValue("") String sku,
      @FormParam("quantity") @DefaultValue("1") String pieces) {
    if (!sku.matches("[0-9]{1,18}")) {
      return page(Map.of("form", text("cart.choose")), Map.of(), null, 422).response();
    }
    if (!pieces(pieces) || number(pieces) == 0) {
      return page(Map.of("form", text("cart.wrong-pieces", Carts.MOST_PIECES)), Map.of(), null, 422).response();
    }
    return switch (carts.add(Visit.of(request), Long.parseLong(sku), number(pieces))) {
      case ADDED -> Response.seeOther(URI.create("/cart?added")).build();
      case GONE -> page(Map.of("form", text("cart.gone")), Map.of(), null, 422).response();
      case FULL -> page(Map.of("form", text("cart.full", Carts.MOST_LINES)), Map.of(), null, 422).response();
      case TOO_MANY -> page(Map.of("form", text("cart.too-many")), Map.of(), null, 429).response();
    };
  }

  /** Changes quantities, removes lines, goes on to the checkout: all with what stands in the fields. */
  @POST
  @Path("lines")
  public Response change(MultivaluedMap<String, String> entered) {
    String action = entered.getFirst("action") == null ? "" : entered.getFirst("action");
    if (action.startsWith(REMOVE) && action.substring(REMOVE.length()).matches("[0-9]{1,18}")) {
      carts.change(Visit.of(request), Map.of(Long.valueOf(action.substring(REMOVE.length())), 0));
      return Response.seeOther(URI.create("/cart?changed")).build();
    }
    Map<Long, Integer> wanted = new HashMap<>();
    Map<String, String> errors = new HashMap<>();
    Map<String, String> typed = new HashMap<>();
    entered.forEach((name, values) -> {
      String value = values.get(0).strip();
      if (name.matches("pieces\\.[0-9]{1,18}") && wanted.size() < Carts.MOST_LINES) {
        read(name.substring(PIECES.length()), value, wanted, errors);
        typed.put(name.substring(PIECES.length()), value.length() > 5 ? "" : value);
      }
    });
    if (!errors.isEmpty()) {
      return page(errors, typed, null, 422).response();
    }
    carts.change(Visit.of(request), wanted);
    return Response.seeOther(action.equals("checkout") ? URI.create("/checkout") : URI.create("/cart?changed")).build();
  }

  private void read(String sku, String value, Map<Long, Integer> wanted, Map<String, String> errors) {
    if (pieces(value)) {
      wanted.put(Long.valueOf(sku), number(value));
    } else {
      errors.put(sku, text("cart.wrong-pieces", Carts.MOST_PIECES));
    }
  }

  private static boolean pieces(String typed) {
    return typed.strip().matches("[0-9]{1,3}");
  }

  private static int number(String typed) {
    return Integer.parseInt(typed.strip());
  }

  private Page page(Map<String, String> errors, Map<String, String> typed, String notice, int status) {
    return Page.of("cart").status(status).with("cart", carts.of(Visit.of(request))).with("errors", errors)
        .with("typed", typed).with("most", Carts.MOST_PIECES).with("here", HERE.toString())
        .with("notice", notice == null ? null : text(notice));
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
