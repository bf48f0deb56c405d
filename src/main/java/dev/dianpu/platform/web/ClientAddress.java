package dev.dianpu.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Finds the client's address behind the proxies that the operator named, and believes nobody else. */
final class ClientAddress {

  private final List<Range> proxies;

  private record Range(byte[] base, int bits) {

    static Range parse(String text) {
      int slash = text.indexOf('/');
      byte[] base = literal(slash < 0 ? text : text.substring(0, slash));
      if (base == null) {
        throw new IllegalArgumentException("dianpu.trusted-proxies: not an address or CIDR range: " + text);
      }
      return new Range(base, slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
      int shift = base.length * 8 - bits;
      return address != null && address.length == base.length
          && new BigInteger(1, address).shiftRight(shift).equals(new BigInteger(1, base).shiftRight(shift));
    }
  }

  ClientAddress(List<String> trusted) {
    proxies = trusted.stream().map(Range::parse).toList();
  }

  /** The address next to the innermost trusted proxy: walking from the right, the first one that is no proxy of ours. */
  String of(HttpServletRequest request) {
    String nearest = plain(request.getRemoteAddr());
    if (!trusted(nearest)) {
      return nearest;
    }
    List<String> hops = Arrays.asList(String.join(",", Collections.list(request.getHeaders("X-Forwarded-For"))).split(","));
    for (int i = hops.size() - 1; i >= 0; i--) {
      String hop = plain(hops.get(i).strip());
      if (literal(hop) == null) {
        return nearest;
      }
      nearest = hop;
      if (!trusted(hop)) {
        return hop;
      }
    }
    return nearest;
  }

  /** Whether the peer may say that the client came by https. */
  boolean secure(HttpServletRequest request) {
    return request.isSecure()
        || (trusted(plain(request.getRemoteAddr())) && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  private boolean trusted(String address) {
    byte[] bytes = literal(address);
    return proxies.stream().anyMatch(range -> range.contains(bytes));
  }

  /** Without the brackets and the zone of an IPv6 address, in one spelling. */
  private static String plain(String address) {
    byte[] bytes = literal(address.replaceAll("^\\[|\\]$|%.*$", ""));
    try {
      return bytes == null ? address : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException impossible) {
      return address;
    }
  }

  /** The bytes of an address literal; null for anything else, so that no name is ever looked up. */
  private static byte[] literal(String text) {
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
