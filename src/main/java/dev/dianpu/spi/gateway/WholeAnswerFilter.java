package dev.dianpu.spi.gateway;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads every answer to its end before anybody looks at it. An answer left open keeps its connection: 256 of them and
 * the
 * pool is dry. And an answer that breaks off must be known as broken before its status is believed.
 */
final class WholeAnswerFilter implements ClientResponseFilter {

  /** Gateways answer with a few hundred bytes; more is a fault, or an attack on the heap. */
  static final int MOST_BYTES = 256 * 1024;

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
    if (!response.hasEntity()) {
      return;
    }
    response.setEntityStream(new ByteArrayInputStream(wholly(response.getEntityStream())));
  }

  /** Reads and closes. */
  static byte[] wholly(InputStream body) throws IOException {
    try (body) {
      byte[] read = body.readNBytes(MOST_BYTES + 1);
      if (read.length > MOST_BYTES) {
        throw new IOException("the answer is longer than " + MOST_BYTES + " bytes");
      }
      return read;
    }
  }
}
