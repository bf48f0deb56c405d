package dev.dianpu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
public final class FreePort {

  private FreePort() {}

  /** A port that nobody listens on right now. */
  public static int any() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks whether a port can be used.
   *
   * @param option the option that chooses another one, named in the sentence
   * @throws CannotStart if somebody listens there
   */
  public static void require(int port, String what, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new CannotStart("Port %d, wanted for %s, is taken by another program: end that one or choose with -D%s=…"
          .formatted(port, what, option), e);
    }
  }
}
