package dev.dianpu.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What an IP address counts as. One IPv6 customer has a whole /64, so that is the address there; ranges are what one
 * customer of a hoster can easily get: /24 of IPv4, /48 of IPv6.
 *
 * @param address the address, or the /64 around it
 * @param range the /24 or /48 around it
 */
public record Networks(String address, String range) {

  private static final int IPV4_BYTES = 4;

  /** Reads a literal; anything else, which should not occur, counts as an address and a range of its own. */
  public static Networks of(String literal) {
    if (!literal.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return new Networks(literal, literal);
    }
    try {
      byte[] bytes = InetAddress.getByName(literal).getAddress();
      return bytes.length == IPV4_BYTES
          ? new Networks(prefix(bytes, 32), prefix(bytes, 24))
          : new Networks(prefix(bytes, 64), prefix(bytes, 48));
    } catch (UnknownHostException notAnAddress) {
      return new Networks(literal, literal);
    }
  }

  private static String prefix(byte[] bytes, int bits) {
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, bits / Byte.SIZE)) + '/' + bits;
  }
}
