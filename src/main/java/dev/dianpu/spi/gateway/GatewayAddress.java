package dev.dianpu.spi.gateway;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** The address of a gateway, as an owner enters it. */
public final class GatewayAddress {

  /** A path below an address, for {@code SettingField.matching}: none of its parts leads upwards. */
  public static final String PATH = "(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+";

  private static final int LAST_PORT = 65_535;

  private GatewayAddress() {}

  /** Whether it is absolute, http or https, and has nothing behind its path and nobody's name before its host. */
  public static boolean wellFormed(String address) {
    try {
      URI uri = URI.create(address.strip());
      boolean web = secure(uri) || "http".equalsIgnoreCase(uri.getScheme());
      boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getUserInfo() == null;
      return web && bare && uri.getHost() != null && uri.getPort() <= LAST_PORT
          && !uri.getPath().matches("(.*/)?\\.{1,2}(/.*)?");
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /**
   * Whether what is sent to a well-formed address can be read on the way: it is not encrypted, and leaves this machine.
   */
  public static boolean inClear(String address) {
    URI uri = URI.create(address.strip());
    return !secure(uri) && !loopback(uri.getHost());
  }

  /** The address with a path that begins with a slash; a slash at the end of the address does not double it. */
  public static URI of(String address, String path) {
    return URI.create(address.strip().replaceFirst("/+$", "") + path.strip());
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
