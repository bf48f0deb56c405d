package dev.dianpu.spi.gateway;

import java.util.Locale;
import java.util.Map;

/** What became of one HTTP call of a gateway. */
public sealed interface GatewayReply {

  /**
   * A whole answer came, whatever its status.
   *
   * @param status the HTTP status
   * @param headers the first value of each header, by lower-case name
   * @param body the body, read in the character set that its type names, else as UTF-8; bytes that are no text in that
   *     set are read as GB18030
   */
  record Answer(int status, Map<String, String> headers, String body) implements GatewayReply {
    public Answer {
      headers = Map.copyOf(headers);
    }

    /** The header's first value without blanks around it; empty when it is absent. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip();
    }

    /** Whether the status is one of success: alone no proof that an SMS was taken. */
    public boolean successful() {
      return status >= 200 && status < 300;
    }

    /** Status only: headers and body may repeat a phone or a text. */
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  /** Not one byte of the request left: the gateway surely knows nothing of it. */
  record NotSent(Reason reason) implements GatewayReply {

    /** Why. */
    public enum Reason {
      /** The name of the gateway's host cannot be resolved. */
      UNKNOWN_HOST,
      /** Nobody listens there, or there is no way to it. */
      REFUSED,
      /** No connection, or no TLS handshake, in time. */
      CONNECT_TIMEOUT,
      /** The gateway's certificate is not trusted, or the TLS handshake failed. */
      TLS,
      /** All connections are in use. */
      BUSY,
      /** The call could not be made from the settings, such as a malformed address. */
      UNUSABLE
    }
  }

  /** The request left and no whole answer came: the gateway may have acted on it. */
  record Lost(Reason reason) implements GatewayReply {

    /** Why. */
    public enum Reason {
      /** The answer did not come in time. */
      TIMEOUT,
      /** The connection ended before the answer was whole, or the answer is no HTTP. */
      BROKEN
    }
  }
}
