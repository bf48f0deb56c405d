package dev.dianpu.order;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals what an order tells of a person, for this order alone. */
@ApplicationScoped
class OrderSecrets {

  private static final String PHONE = "order-phone";
  private static final String ADDRESS = "order-address";
  private static final String PICKUP = "order-pickup";
  /** Shown when the key is gone; a number that nobody has. */
  private static final PhoneNumber LOST = new PhoneNumber("+8610000000000");

  @Inject SecretBox box;

  /** As of the phones of members, so that one digest finds both. */
  byte[] digest(PhoneNumber phone) {
    return box.digest("phone", phone.e164());
  }

  String sealPhone(String sn, PhoneNumber phone) {
    return box.seal(PHONE, sn, phone.e164());
  }

  PhoneNumber phone(String sn, String sealed) {
    return box.open(PHONE, sn, sealed).map(PhoneNumber::new).orElse(LOST);
  }

  String sealAddress(String sn, String address) {
    return box.seal(ADDRESS, sn, address);
  }

  String address(String sn, String sealed) {
    return box.open(ADDRESS, sn, sealed).orElse("****");
  }

  String sealPickup(String sn, String code) {
    return code.isEmpty() ? "" : box.seal(PICKUP, sn, code);
  }

  String pickup(String sn, String sealed) {
    return sealed.isEmpty() ? "" : box.open(PICKUP, sn, sealed).orElse("");
  }

  /** So many random digits, of which the first may be 0. */
  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < count) {
      // 250 is the largest multiple of ten in a byte: no digit is likelier than another.
      int value = box.random(1)[0] & 0xFF;
      if (value < 250) {
        digits.append(value % 10);
      }
    }
    return digits.toString();
  }
}
