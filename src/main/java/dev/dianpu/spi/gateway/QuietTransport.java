package dev.dianpu.spi.gateway;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the transport's own logging above the level at which it prints whole requests: request lines, headers and
 * bodies
 * hold phones, codes and secrets, and turning a log to ALL while looking for a fault must not bring them into a file.
 */
final class QuietTransport {

  /** Held strongly: a logger that nobody holds is collected, and its level with it. */
  private static final Logger TRANSPORT = Logger.getLogger("org.apache.hc");

  private QuietTransport() {}

  static void enforce() {
    TRANSPORT.setLevel(Level.WARNING);
  }
}
