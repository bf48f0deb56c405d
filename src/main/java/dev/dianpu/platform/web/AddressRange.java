package dev.dianpu.platform.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A range of IP addresses in CIDR notation, or a single address. */
public final class AddressRange {

  private final byte[] base;
  private final int bits;

  private AddressRange(byte[] base, int bits) {
    this.base = base;
    this.bits = bits;
  }

  /** The range that a text such as {@code 203.0.113.0/24} or {@code 2001:db8::1} names; empty when it names none. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    byte[] base = literal(slash < 0 ? text : text.substring(0, slash));
    String bits = slash < 0 ? "" : text.substring(slash + 1);
    if (base == null || (slash >= 0 && !bits.matches("[0-9]{1,3}"))) {
      return Optional.empty();
    }
    int count = slash < 0 ? base.length * Byte.SIZE : Integer.parseInt(bits);
    return count > base.length * Byte.SIZE ? Optional.empty() : Optional.of(new AddressRange(base, count));
  }

  /** Whether the address is in it; false for what is no address. */
  public boolean contains(String address) {
    byte[] bytes = literal(address);
    int shift = base.length * Byte.SIZE - bits;
    return bytes != null && bytes.length == base.length
        && new BigInteger(1, bytes).shiftRight(shift).equals(new BigInteger(1, base).shiftRight(shift));
  }

  /** The bytes of an address literal; null for anything else, so that no name is ever looked up. */
  static byte[] literal(String text) {
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return null;
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException notAnAddress) {
      return null;
    }
  }
}
