package dev.dianpu.order;

import dev.dianpu.cart.CartView;
import dev.dianpu.cart.Carts;
import dev.dianpu.cart.Totals;
import dev.dianpu.member.Address;
import dev.dianpu.member.Addresses;
import dev.dianpu.payment.Balances;
import dev.dianpu.payment.Payments;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.Payment;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a member can choose from at the checkout. */
@ApplicationScoped
class Checkout {

  private static final int KEY_BYTES = 32;

  @Inject Carts carts;
  @Inject Addresses addresses;
  @Inject ShippingRates rates;
  @Inject Payments payments;
  @Inject Balances balances;
  @Inject PhoneDuty phones;
  @Inject Settings settings;
  @Inject SecretBox box;

  /**
   * What there is.
   *
   * @param balance what the member has, in yuan
   * @param phoneMissing a phone has to be bound first
   */
  public record Counter(CartView cart, List<Address> addresses, List<ShippingOffer> shippings, List<Payment> payments,
      BigDecimal balance, boolean phoneMissing) {

    Optional<Address> address(String id) {
      return addresses.stream().filter(address -> Long.toString(address.id()).equals(id)).findFirst();
    }

    Optional<ShippingOffer> shipping(String name) {
      return shippings.stream().filter(offer -> offer.method().name().equals(name)).findFirst();
    }

    Optional<Payment> payment(String id) {
      return payments.stream().filter(method -> method.id().equals(id)).findFirst();
    }
  }

  /** As of now. */
  Counter of(long memberId) {
    CartView cart = carts.ofMember(memberId);
    List<ShippingOffer> shippings = rates.offered().stream().map(method -> {
      Totals totals = Totals.of(cart.lines(), rates.fee(method, cart.goods(), cart.weight()));
      return new ShippingOffer(method, totals.shipping(), totals.total());
    }).toList();
    return new Counter(cart, addresses.of(memberId), shippings, payments.offered(), balances.of(memberId),
        phones.missing(memberId));
  }

  /** For a new form. */
  String submitKey() {
    return box.token(KEY_BYTES);
  }

  /** Who gets it, and where: for a pickup the shop's own place. */
  Recipient recipient(Address address, ShippingMethod method) {
    return method == ShippingMethod.PICKUP
        ? new Recipient(address.consignee(), address.phone(), null, settings.text("shipping.pickup-place"))
        : new Recipient(address.consignee(), address.phone(), address.region().code(), address.written());
  }
}
