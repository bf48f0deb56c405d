package dev.dianpu.spi.gateway;

import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A channel's way to its gateway: a MicroProfile REST client, each call of which arrives at the gateway exactly once or
 * not at all. Never repeats a request, follows no redirect, keeps no cookie, answers no challenge.
 *
 * <p>A channel makes one and keeps it. Address and time-outs are given at each call, since they are live settings: when
 * they change, a new client is built and the old one closed as soon as the last of its calls has ended. At most 256
 * calls
 * are under way at once; more wait up to the connect time-out.
 *
 * @param <T> the gateway as an interface with Jakarta REST annotations on its methods, which return {@link Response}.
 * No
 *     {@code @Path} on the type: the container would take it for a resource of the shop. Query values must be given
 *     through {@link PercentEncoding}, since the REST client reads <code>{</code> and {@code %} in them as its own
 */
public final class GatewayClient<T extends AutoCloseable> implements AutoCloseable {

  private final Class<T> type;
  private final Object[] providers;
  private final AtomicReference<OneArrivalClient<T>> current = new AtomicReference<>();

  private GatewayClient(Class<T> type, Object... providers) {
    this.type = type;
    this.providers = providers;
  }

  /**
   * Connects to nothing yet.
   *
   * @param type the gateway's interface
   * @param providers Jakarta REST providers for the client, such as a filter that signs
   */
  public static <T extends AutoCloseable> GatewayClient<T> of(Class<T> type, Object... providers) {
    return new GatewayClient<>(type, providers.clone());
  }

  /**
   * Makes one request. Never throws: every fault is a reply.
   *
   * @param address what the interface's paths are appended to
   * @param timeouts of this call
   * @param request calls one method of the interface, once
   */
  public GatewayReply call(URI address, GatewayTimeouts timeouts, Function<T, Response> request) {
    OneArrivalClient<T> client;
    try {
      client = enter(address, timeouts);
    } catch (RuntimeException unusable) {
      return new NotSent(NotSent.Reason.UNUSABLE);
    }
    try {
      return client.call(request);
    } finally {
      client.leave();
    }
  }

  private OneArrivalClient<T> enter(URI address, GatewayTimeouts timeouts) {
    OneArrivalClient<T> client = current.get();
    while (client == null || !client.serves(address, timeouts) || !client.enter()) {
      client = replace(address, timeouts);
    }
    return client;
  }

  private synchronized OneArrivalClient<T> replace(URI address, GatewayTimeouts timeouts) {
    OneArrivalClient<T> old = current.get();
    if (old != null && old.serves(address, timeouts)) {
      return old;
    }
    OneArrivalClient<T> fresh = new OneArrivalClient<>(type, address, timeouts, providers);
    current.set(fresh);
    if (old != null) {
      old.retire();
    }
    return fresh;
  }

  /** Closes the connections once the calls under way have ended; a later call builds a new client. */
  @Override
  public synchronized void close() {
    OneArrivalClient<T> old = current.getAndSet(null);
    if (old != null) {
      old.retire();
    }
  }
}
