package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.Networks;
import dev.dianpu.spi.PhoneNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whose budgets a send draws on, as keyed digests: neither phones nor addresses can be read from the database. In the
 * order in which their rows are locked; a budget that the send has nothing to do with is missing.
 */
record Subjects(Map<Budget, byte[]> digests) {

  /** Digits of a phone that a number range begins with: 138 0013 8000 belongs to 1380013. */
  private static final int PREFIX_DIGITS = 7;

  Subjects(Map<Budget, byte[]> digests) {
    this.digests = new EnumMap<>(Budget.class);
    this.digests.putAll(digests);
  }

  static Subjects of(SendWish wish, SecretBox box) {
    Map<Budget, byte[]> digests = new EnumMap<>(Budget.class);
    digests.putAll(of(wish.phone(), box).digests);
    digests.putAll(of(wish.address(), box).digests);
    digests.put(Budget.SESSION, box.digest("session-sends", Long.toString(wish.session())));
    wish.member().ifPresent(member ->
        digests.put(Budget.MEMBER, box.digest("member-sends", Long.toString(member))));
    return new Subjects(digests);
  }

  /** Nobody: of the site alone. */
  static Subjects nobody() {
    return new Subjects(Map.of());
  }

  /** A phone and its prefix. */
  static Subjects of(PhoneNumber phone, SecretBox box) {
    return new Subjects(Map.of(Budget.PHONE, box.digest("phone", phone.e164()),
        Budget.PREFIX, prefix(phone.national(), box)));
  }

  /** An address and its range. */
  static Subjects of(String address, SecretBox box) {
    Networks networks = Networks.of(address);
    return new Subjects(Map.of(Budget.ADDRESS, box.digest("address", networks.address()),
        Budget.RANGE, box.digest("range", networks.range())));
  }

  /** A prefix alone, given by its digits. */
  static Subjects ofPrefix(String digits, SecretBox box) {
    return new Subjects(Map.of(Budget.PREFIX, prefix(digits, box)));
  }

  private static byte[] prefix(String phone, SecretBox box) {
    return box.digest("prefix", phone.substring(0, Math.min(PREFIX_DIGITS, phone.length())));
  }

  /** Those of some budgets only, named by their bits. */
  Subjects only(int bits) {
    Map<Budget, byte[]> some = new EnumMap<>(digests);
    some.keySet().removeIf(budget -> (budget.bit() & bits) == 0);
    return new Subjects(some);
  }

  byte[] of(Budget budget) {
    return digests.get(budget);
  }

  /** The budgets, in the order of their locks. */
  List<Budget> budgets() {
    return new ArrayList<>(digests.keySet());
  }
}
