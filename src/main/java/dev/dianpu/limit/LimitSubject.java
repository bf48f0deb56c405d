package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import java.util.Optional;

/**
 * Whom an owner asks about: what is stored are digests, so nobody can be listed, but who is named can be found.
 *
 * @param phone a phone, which stands for its number prefix, too; empty for others
 * @param prefix the first seven digits of phones; empty for others
 * @param address an IP address, which stands for its range, too; empty for others
 */
public record LimitSubject(Optional<PhoneNumber> phone, Optional<String> prefix, Optional<String> address) {

  /** What stands in the admin's log and on the page, without the whole phone. */
  public String masked() {
    return phone.map(PhoneNumber::masked).or(() -> prefix.map(digits -> digits + "****")).or(() -> address).orElse("");
  }

  Subjects subjects(SecretBox box) {
    return phone.map(number -> Subjects.of(number, box))
        .or(() -> prefix.map(digits -> Subjects.ofPrefix(digits, box)))
        .or(() -> address.map(from -> Subjects.of(from, box)))
        .orElseThrow(() -> new IllegalArgumentException("nobody is named"));
  }
}
