package dev.dianpu.spi.gateway;

import dev.dianpu.spi.gateway.GatewayReply.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * A channel's way to its gateway with nothing between the channel and the transport, and the same promise as {@link
 * GatewayClient}: each call arrives exactly once or not at all. For gateways through which thousands of SMS go out in a
 * second, where the REST client costs three times as much as the call (src/adr/0015).
 *
 * <p>A channel makes one and keeps it; at most 256 calls are under way at once, more wait up to the connect time-out.
 */
public final class GatewayHttp implements AutoCloseable {

  private final LiveClient<Direct> client = new LiveClient<>((address, timeouts, connector) -> new Direct(connector));

  /**
   * A request.
   *
   * @param method such as {@code POST}
   * @param uri with query; its values by {@link PercentEncoding}
   * @param headers by name, as they go out
   * @param body empty if there is none
   */
  public record Request(String method, URI uri, Map<String, String> headers, byte[] body) {

    /** Without what may hold a secret. */
    @Override
    public String toString() {
      return "Request[" + method + "]";
    }
  }

  /**
   * Makes one request. Never throws: every fault is a reply.
   *
   * @param address of the gateway, for which connections are kept
   * @param timeouts of this call
   */
  public GatewayReply call(URI address, GatewayTimeouts timeouts, Request request) {
    return client.call(address, timeouts, http -> http.answer(request));
  }

  /** Closes the connections once the calls under way have ended; a later call builds a new client. */
  @Override
  public void close() {
    client.close();
  }

  /** The transport by itself. */
  private static final class Direct implements AutoCloseable {

    private final CloseableHttpClient client;

    Direct(OneArrivalConnector connector) {
      client = connector.configure(HttpClientBuilder.create().setDefaultRequestConfig(connector.requestConfig()))
          .build();
    }

    Answer answer(Request wanted) {
      HttpUriRequestBase request = new HttpUriRequestBase(wanted.method(), wanted.uri());
      wanted.headers().forEach(request::setHeader);
      if (wanted.body().length > 0) {
        request.setEntity(new ByteArrayEntity(wanted.body(), null));
      }
      try {
        return client.execute(request, Direct::read);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
      Map<String, String> headers = new LinkedHashMap<>();
      for (Header header : response.getHeaders()) {
        headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
      }
      byte[] body = response.getEntity() == null
          ? new byte[0] : WholeAnswerFilter.wholly(response.getEntity().getContent());
      return Replies.answer(response.getCode(), headers, body);
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }
}
