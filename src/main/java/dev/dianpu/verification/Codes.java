package dev.dianpu.verification;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Makes codes, and everything secret about them and their phones. */
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
  byte[] digest(String publicId, PhoneNumber phone, String code) {
    return box.digest(CODE, publicId + '|' + phone.e164() + '|' + code);
  }

  /** Takes the same time whatever was typed. Full-width digits and spaces are forgiven. */
  boolean matches(String publicId, PhoneNumber phone, String typed, byte[] digest) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    return MessageDigest.isEqual(digest(publicId, phone, plain), digest);
  }

  byte[] digest(PhoneNumber phone) {
    return box.digest("phone", phone.e164());
  }

  String seal(String publicId, PhoneNumber phone) {
    return box.seal(PHONE, publicId, phone.e164());
  }

  /** Empty when the row was sealed by a key that is no longer in the ring. */
  Optional<PhoneNumber> openPhone(String publicId, String sealed) {
    return box.open(PHONE, publicId, sealed).map(PhoneNumber::new);
  }

  /** Names the one live code of a session, phone and purpose. */
  byte[] slot(long sessionId, PhoneNumber phone, Purpose purpose) {
    return box.digest("verification-slot", sessionId + "|" + phone.e164() + '|' + purpose);
  }

  /** Names the phone that a day's tries are counted for. */
  byte[] owner(PhoneNumber phone) {
    return box.digest("verification-owner", phone.e164());
  }
}
