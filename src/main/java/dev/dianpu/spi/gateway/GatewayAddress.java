package dev.dianpu.spi.gateway;

import java.net.URI;

/** A gateway's address as its owner enters it. */
public final class GatewayAddress {

  private GatewayAddress() {}

  /** Whether it is absolute, http or https, and has nothing behind its path and nobody's name before its host. */
  public static boolean wellFormed(String address) {
    try {
      URI uri = URI.create(address.strip());
      boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** The address with a path that begins with a slash; a slash at the end of the address does not double it. */
  public static URI of(String address, String path) {
    return URI.create(address.strip().replaceFirst("/+$", "") + path.strip());
  }
}
