package dev.dianpu.spi;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What an {@link OrderEvent} tells of its order.
 *
 * @param sn the order's number, digits only
 * @param memberId who placed it
 * @param consignee who gets it
 * @param recipient the phone of the consignee, as entered with the address
 * @param member the phone bound to the member's account; empty without one
 * @param amount what is to pay for it, in yuan
 */
public record OrderFacts(String sn, long memberId, String consignee, PhoneNumber recipient,
    Optional<PhoneNumber> member, BigDecimal amount) {

  public OrderFacts {
    Objects.requireNonNull(consignee);
    Objects.requireNonNull(recipient);
    Objects.requireNonNull(member);
    Objects.requireNonNull(amount);
    if (!sn.matches("[0-9]{8,32}")) {
      throw new IllegalArgumentException("not the number of an order");
    }
  }

  /** Without what tells of a person. */
  @Override
  public String toString() {
    return "OrderFacts[" + sn + "]";
  }
}
