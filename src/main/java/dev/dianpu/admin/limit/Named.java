package dev.dianpu.admin.limit;

import dev.dianpu.limit.LimitSubject;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.spi.PhoneNumber;
import java.util.Optional;

/** Whom an owner names in the search field: a phone, the first seven digits of phones, or an IP address. */
final class Named {

  private static final String PREFIX = "1[0-9]{6}";
  private static final String ADDRESS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";
  private static final int LONGEST = 45;

  private Named() {}

  /** Empty if it is none of them. */
  static Optional<LimitSubject> of(String typed) {
    String plain = typed.strip();
    Optional<PhoneNumber> phone = PhoneNumbers.mainlandMobile(plain);
    Optional<String> prefix = Optional.of(plain).filter(text -> text.matches(PREFIX));
    Optional<String> address = Optional.of(plain).filter(text -> text.length() <= LONGEST && text.matches(ADDRESS));
    return phone.isPresent() || prefix.isPresent() || address.isPresent()
        ? Optional.of(new LimitSubject(phone, prefix, address)) : Optional.empty();
  }
}
