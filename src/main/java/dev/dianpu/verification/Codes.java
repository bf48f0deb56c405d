package dev.dianpu.verification;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.Networks;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Makes codes, and everything secret about them and whom they are sent to. */
@ApplicationScoped
class Codes {

  private static final String CODE = "verification-code";
  private static final String PHONE = "verification-phone";
  private static final int PUBLIC_ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  @Inject SecretBox box;

  String make(int digits) {
    int bound = (int) Math.pow(10, digits);
    return String.format(Locale.ROOT, "%0" + digits + "d", random.nextInt(bound));
  }

  String publicId() {
    return box.token(PUBLIC_ID_BYTES);
  }

  String seal(String publicId, String code) {
    return box.seal(CODE, publicId, code);
  }

  Optional<String> open(String publicId, String sealed) {
    return box.open(CODE, publicId, sealed);
  }

  /** Bound to row and phone, so that a digest copied into another row matches nothing. */
  byte[] digest(String publicId, Contact contact, String code) {
    return box.digest(CODE, publicId + '|' + contact.value() + '|' + code);
  }

  /** Takes the same time whatever was typed. Full-width digits and spaces are forgiven. */
  boolean matches(String publicId, Contact contact, String typed, byte[] digest) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    return MessageDigest.isEqual(digest(publicId, contact, plain), digest);
  }

  byte[] digest(Contact contact) {
    return box.digest(contact.isEmail() ? "email" : "phone", contact.value());
  }

  byte[] digest(PhoneNumber phone) {
    return digest(Contact.of(phone));
  }

  String seal(String publicId, Contact contact) {
    return box.seal(PHONE, publicId, contact.value());
  }

  /** Empty when the row was sealed by a key that is no longer in the ring. */
  Optional<Contact> openContact(String publicId, String sealed) {
    return box.open(PHONE, publicId, sealed).map(Contact::new);
  }

  /** Names the one live code of a session, contact and purpose. */
  byte[] slot(long sessionId, Contact contact, Purpose purpose) {
    return box.digest("verification-slot", sessionId + "|" + contact.value() + '|' + purpose);
  }

  /** Names the phone or e-mail address that a day's tries are counted for. */
  byte[] owner(Contact contact) {
    return box.digest("verification-owner", contact.value());
  }

  /** Names the address that wrong codes are counted for; of IPv6 the /64 that one customer has. */
  byte[] from(String address) {
    return box.digest("verification-address", Networks.of(address).address());
  }
}
