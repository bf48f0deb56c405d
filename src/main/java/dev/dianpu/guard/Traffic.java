package dev.dianpu.guard;

import dev.dianpu.platform.web.Networks;
import dev.dianpu.spi.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a send comes from and where it goes.
 *
 * @param range of the address, such as {@code 203.0.113.0/24}
 * @param prefix first seven digits of the phone
 * @param country of the address, two letters; empty if nobody knows
 */
record Traffic(String range, String prefix, String country) {

  private static final int DIGITS = 7;
  private static final int OPERATOR_DIGITS = 3;
  private static final int LONGEST_RANGE = 45;
  private static final int HEX = 16;
  /** Numbers that the ministry gave to virtual operators. */
  private static final Set<String> VIRTUAL = Set.of("162", "165", "167", "170", "171");

  static Traffic of(PhoneNumber phone, String address, String country) {
    return new Traffic(range(address), phone.national().substring(0, DIGITS), country);
  }

  /** The range around an address, as people write it. */
  static String range(String address) {
    String range = Networks.of(address).range();
    if (range.matches("[0-9a-f]{6}/24")) {
      return number(range, 0, 2) + "." + number(range, 2, 2) + "." + number(range, 4, 2) + ".0/24";
    }
    if (range.matches("[0-9a-f]{12}/48")) {
      return Integer.toHexString(number(range, 0, 4)) + ":" + Integer.toHexString(number(range, 4, 4)) + ":"
          + Integer.toHexString(number(range, 8, 4)) + "::/48";
    }
    return range.substring(0, Math.min(range.length(), LONGEST_RANGE));
  }

  private static int number(String hex, int from, int length) {
    return Integer.parseInt(hex.substring(from, from + length), HEX);
  }

  /** Reads what {@link #flow} wrote. */
  static Traffic ofFlow(String flow) {
    String[] parts = flow.split("\\|", -1);
    return new Traffic(parts[0], parts[1], parts[2]);
  }

  /** All of it in one word. */
  String flow() {
    return range + '|' + prefix + '|' + country;
  }

  /** What it counts for, the whole shop first. */
  List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>(List.of(
        Subject.SITE, new Subject(Kind.RANGE, range), new Subject(Kind.PREFIX, prefix)));
    String operator = prefix.substring(0, OPERATOR_DIGITS);
    if (VIRTUAL.contains(operator)) {
      subjects.add(new Subject(Kind.VIRTUAL, operator));
    }
    if (!country.isEmpty()) {
      subjects.add(new Subject(Kind.COUNTRY, country));
    }
    return subjects;
  }
}
