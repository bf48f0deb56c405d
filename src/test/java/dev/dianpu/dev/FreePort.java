package dev.dianpu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports of the loopback address. */
public final class FreePort {

  private static final int TRIES = 50;

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
   * The first of several ports in a row that nobody listens on right now.
   *
   * @throws IllegalStateException when many tries found no such row
   */
  public static int row(int count) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int first = any();
      if (IntStream.range(first, first + count).allMatch(FreePort::free)) {
        return first;
      }
    }
    throw new IllegalStateException("no " + count + " free ports in a row");
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException | IllegalArgumentException taken) {
      return false;
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
