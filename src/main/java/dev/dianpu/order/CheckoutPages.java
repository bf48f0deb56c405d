package dev.dianpu.order;

import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Payment;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /checkout}: from the cart to the order. */
@Path("/checkout")
public class CheckoutPages {

  private static final String HERE = "/checkout";

  @Inject Checkout checkout;
  @Inject PlaceOrder placeOrder;
  @Inject Sessions sessions;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response show(@QueryParam("address") @DefaultValue("") String address) {
    Optional<Long> member = member();
    if (member.isEmpty()) {
      return to("/login?back=" + HERE);
    }
    Checkout.Counter counter = checkout.of(member.get());
    return counter.cart().orderable()
        ? page(counter, first(counter, address), Map.of(), checkout.submitKey()).response() : to("/cart");
  }

  @POST
  public Response place(MultivaluedMap<String, String> entered) {
    Optional<Long> member = member();
    if (member.isEmpty()) {
      return to("/login?back=" + HERE);
    }
    CheckoutForm form = new CheckoutForm(entered);
    Checkout.Counter counter = checkout.of(member.get());
    Optional<Wish> wish = form.read(member.get(), counter, checkout);
    if (wish.isEmpty()) {
      return again(counter, form, form.errors());
    }
    Placed placed = placeOrder.place(wish.get());
    return switch (placed.result()) {
      case PLACED -> to("/orders/" + placed.sn() + "?placed");
      case EMPTY, CART_CHANGED -> to("/cart");
      case PHONE_REQUIRED -> to(HERE);
      case PRICE_CHANGED -> again(checkout.of(member.get()), form, Map.of("form", "checkout.price-changed"));
      case TOO_MANY -> again(counter, form, Map.of("form", "checkout.too-many"));
      case BALANCE_TOO_LOW -> again(counter, form, Map.of("payment", "checkout.balance-too-low"));
    };
  }

  /** What a new form has chosen: as little work as possible. */
  private static Map<String, String> first(Checkout.Counter counter, String address) {
    Map<String, String> form = new HashMap<>();
    counter.address(address).or(() -> counter.addresses().stream().findFirst())
        .ifPresent(chosen -> form.put("address", Long.toString(chosen.id())));
    counter.shippings().stream().findFirst().ifPresent(offer -> form.put("shipping", offer.method().name()));
    // The balance only by one's own choice: it is often too low.
    counter.payments().stream().filter(method -> method.way() != Payment.Way.BALANCE).findFirst()
        .ifPresent(method -> form.put("payment", method.id()));
    return form;
  }

  private Response again(Checkout.Counter counter, CheckoutForm form, Map<String, String> errors) {
    if (!counter.cart().orderable()) {
      // Also whoever sends the form again after it was taken; with its key the order would have been found.
      return form.key().isPresent() && member().isPresent() ? to("/orders") : to("/cart");
    }
    Map<String, String> words = errors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, wrong -> text(wrong.getValue())));
    return page(counter, form.values(), words, form.key().orElseGet(checkout::submitKey)).status(422).response();
  }

  private static Page page(Checkout.Counter counter, Map<String, String> form, Map<String, String> errors, String key) {
    return Page.of("checkout").with("counter", counter).with("form", form).with("errors", errors).with("key", key)
        .with("here", HERE);
  }

  private Optional<Long> member() {
    return sessions.of(Visit.of(request)).flatMap(Session::memberId);
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private String text(String key) {
    return messages.text(Visit.of(request).locale(), key);
  }
}
