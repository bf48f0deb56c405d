package dev.dianpu.order;

import dev.dianpu.platform.text.Spelling;
import dev.dianpu.platform.web.Typed;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The checkout as it was filled in: its fields, and what is wrong with them. */
final class CheckoutForm {

  private static final List<String> FIELDS =
      List.of("address", "shipping", "payment", "invoice", "invoiceTitle", "taxNumber", "remark");
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_REMARK = 200;

  private final MultivaluedMap<String, String> entered;
  private final Map<String, String> errors = new HashMap<>();

  CheckoutForm(MultivaluedMap<String, String> entered) {
    this.entered = entered;
  }

  /** The wish; empty if something is wrong. */
  Optional<Wish> read(long memberId, Checkout.Counter counter, Checkout checkout) {
    var address = counter.address(field("address"));
    var shipping = counter.shipping(field("shipping"));
    var payment = counter.payment(field("payment"));
    String title = field("invoice").isEmpty() ? "" : field("invoiceTitle");
    String taxNumber = field("invoice").isEmpty() ? "" : field("taxNumber").toUpperCase(Locale.ROOT);
    require("address", address.isPresent());
    require("shipping", shipping.isPresent());
    require("payment", payment.isPresent());
    require("invoiceTitle", field("invoice").isEmpty() || !title.isEmpty() && clean(title, LONGEST_TITLE));
    require("taxNumber", taxNumber.isEmpty() || taxNumber.matches("[0-9A-Z]{15,20}"));
    require("remark", clean(field("remark").replaceAll("\\s+", " "), LONGEST_REMARK));
    require("form", field("key").matches("[A-Za-z0-9_-]{43}"));
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    Extras extras = new Extras(title, taxNumber, field("remark").replaceAll("\\s+", " "));
    return Optional.of(new Wish(memberId, field("key"),
        checkout.recipient(address.orElseThrow(), shipping.orElseThrow().method()), shipping.orElseThrow().method(),
        payment.orElseThrow(), extras, shown(shipping.orElseThrow().method())));
  }

  /** The total that the page named for a method; what is no amount is none that it could have named. */
  private BigDecimal shown(ShippingMethod method) {
    String typed = field("shown." + method.name());
    return typed.matches("[0-9]{1,10}\\.[0-9]{2}") ? new BigDecimal(typed) : BigDecimal.ONE.negate();
  }

  /** By field: the key of what is wrong. */
  Map<String, String> errors() {
    return errors;
  }

  /** What the form shows again. */
  Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    for (String name : FIELDS) {
      values.put(name, Typed.again(field(name), 2 * LONGEST_REMARK));
    }
    return values;
  }

  /** The form's key, if it is one. */
  Optional<String> key() {
    return Optional.of(field("key")).filter(key -> key.matches("[A-Za-z0-9_-]{43}"));
  }

  private static boolean clean(String text, int most) {
    return text.codePointCount(0, text.length()) <= most && !Spelling.hidesSomething(text);
  }

  private void require(String field, boolean right) {
    if (!right) {
      errors.put(field, "checkout.wrong." + field);
    }
  }

  private String field(String name) {
    return Optional.ofNullable(entered.getFirst(name)).orElse("").strip();
  }
}
