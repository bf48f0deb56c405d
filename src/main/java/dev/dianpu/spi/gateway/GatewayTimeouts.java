package dev.dianpu.spi.gateway;

import java.time.Duration;

/**
 * How long a call of a gateway may take.
 *
 * @param connect for a free connection, for TCP and for the TLS handshake, each
 * @param read for each wait for bytes of the answer
 */
public record GatewayTimeouts(Duration connect, Duration read) {

  public GatewayTimeouts {
    if (connect.toMillis() < 1 || read.toMillis() < 1) {
      throw new IllegalArgumentException("a time-out is less than a millisecond");
    }
  }

  /** From numbers of seconds, as settings hold them. */
  public static GatewayTimeouts ofSeconds(long connect, long read) {
    return new GatewayTimeouts(Duration.ofSeconds(connect), Duration.ofSeconds(read));
  }

  /**
   * The longest that one call takes, name resolution aside: TCP, TLS and one wait for the answer. It ends a gateway
   * that
   * keeps dripping bytes, which the read time-out alone would wait for without end.
   */
  public Duration whole() {
    return connect.multipliedBy(2).plus(read);
  }
}
