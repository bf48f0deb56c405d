package dev.dianpu.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Finds the client's address behind the proxies that the operator named, and believes nobody else. */
final class ClientAddress {

  private static final List<AddressRange> LOOPBACK =
      Stream.of("127.0.0.0/8", "::1").flatMap(text -> AddressRange.parse(text).stream()).toList();

  private final List<AddressRange> proxies;

  ClientAddress(List<String> trusted) {
    proxies = trusted.stream().map(text -> AddressRange.parse(text).orElseThrow(() -> new IllegalArgumentException(
        "dianpu.trusted-proxies: not an address or CIDR range: " + text))).toList();
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
      if (AddressRange.literal(hop) == null) {
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

  /**
   * Whether the client is on this machine or one of the trusted addresses. A proxy that nobody named in
   * {@code dianpu.trusted-proxies} also is on this machine, for its clients anywhere: what came through one does not count.
   */
  boolean near(HttpServletRequest request) {
    String peer = plain(request.getRemoteAddr());
    boolean forwarded = Stream.of("X-Forwarded-For", "Forwarded", "X-Real-IP").anyMatch(name -> request.getHeader(name) != null);
    String client = of(request);
    return (!forwarded || trusted(peer)) && (LOOPBACK.stream().anyMatch(range -> range.contains(client)) || trusted(client));
  }

  private boolean trusted(String address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  /** Without the brackets and the zone of an IPv6 address, in one spelling. */
  private static String plain(String address) {
    byte[] bytes = AddressRange.literal(address.replaceAll("^\\[|\\]$|%.*$", ""));
    try {
      return bytes == null ? address : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException impossible) {
      return address;
    }
  }
}
