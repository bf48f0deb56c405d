package dev.dianpu.spi.gateway;

import dev.dianpu.spi.gateway.GatewayReply.Answer;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.glassfish.jersey.apache5.connector.Apache5ClientProperties;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.RequestEntityProcessing;

/**
 * A channel's way to its gateway: a MicroProfile REST client, each call of which arrives at the gateway exactly once or
 * not at all. Never repeats a request, follows no redirect, keeps no cookie, answers no challenge. A channel through
 * which thousands of SMS go out in a second uses {@link GatewayHttp} instead.
 *
 * <p>A channel makes one and keeps it. Address and time-outs are given at each call, since they are live settings: when
 * they change, a new client is built and the old one closed as soon as the last of its calls has ended. At most 256
 * calls are under way at once; more wait up to the connect time-out.
 *
 * @param <T> the gateway as an interface with Jakarta REST annotations on its methods, which return {@link Response}.
 *     No {@code @Path} on the type: the container would take it for a resource of the shop. Query values must be given
 *     through {@link PercentEncoding}, since the REST client reads <code>{</code> and {@code %} in them as its own
 */
public final class GatewayClient<T extends AutoCloseable> implements AutoCloseable {

  private final LiveClient<T> client;

  private GatewayClient(Class<T> type) {
    client = new LiveClient<>((address, timeouts, connector) -> build(type, address, timeouts, connector));
  }

  /**
   * Connects to nothing yet.
   *
   * @param type the gateway's interface
   */
  public static <T extends AutoCloseable> GatewayClient<T> of(Class<T> type) {
    return new GatewayClient<>(type);
  }

  /**
   * Makes one request. Never throws: every fault is a reply.
   *
   * @param address what the interface's paths are appended to
   * @param timeouts of this call
   * @param request calls one method of the interface, once
   */
  public GatewayReply call(URI address, GatewayTimeouts timeouts, Function<T, Response> request) {
    return client.call(address, timeouts, api -> answer(request.apply(api)));
  }

  private static Answer answer(Response response) {
    try (response) {
      return Replies.answer(response);
    }
  }

  private static <T> T build(Class<T> type, URI address, GatewayTimeouts timeouts, OneArrivalConnector connector) {
    return RestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(timeouts.connect().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(timeouts.read().toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false)
        // A status of refusal is an answer like any other here, not an exception.
        .property("microprofile.rest.client.disable.default.mapper", true)
        .property(Apache5ClientProperties.REQUEST_CONFIG, connector.requestConfig())
        // Otherwise a body goes out chunked, which the gateways do not expect.
        .property(ClientProperties.REQUEST_ENTITY_PROCESSING, RequestEntityProcessing.BUFFERED)
        .register(connector)
        .register(new WholeAnswerFilter())
        .build(type);
  }

  /** Closes the connections once the calls under way have ended; a later call builds a new client. */
  @Override
  public void close() {
    client.close();
  }
}
