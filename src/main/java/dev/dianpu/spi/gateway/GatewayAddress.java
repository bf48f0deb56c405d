package dev.dianpu.spi.gateway;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** The address of a gateway, as an owner enters it. */
public final class GatewayAddress {

  private GatewayAddress() {}

  /** The address; empty unless it is http or https with a host, without a user, a query or a fragment. */
  public static Optional<URI> of(String entered) {
    URI uri;
    try {
      uri = URI.create(entered.strip());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    boolean web = secure(uri) || "http".equalsIgnoreCase(uri.getScheme());
    boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getUserInfo() == null;
    return web && bare && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
  }

  /** Whether what is sent there can be read on the way: it is not encrypted, and leaves this machine. */
  public static boolean inClear(URI address) {
    return !secure(address) && !loopback(address.getHost());
  }

  /** The address with a path behind it, whether or not it ends with a slash. */
  public static URI with(String entered, String path) {
    String base = entered.strip();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path.strip());
  }

  private static boolean secure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** Looks up no name: only a literal address, or the name that always means this machine. */
  private static boolean loopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    if (!host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+]")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
