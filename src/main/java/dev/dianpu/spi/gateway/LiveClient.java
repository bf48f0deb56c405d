package dev.dianpu.spi.gateway;

import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The client for the settings as they are at each call: when address or time-outs change, a new one is built and the old
 * one closed as soon as the last of its calls has ended.
 */
final class LiveClient<T extends AutoCloseable> implements AutoCloseable {

  /** Builds what makes the requests; it owns nothing of the transport. */
  @FunctionalInterface
  interface Building<T> {
    T build(URI address, GatewayTimeouts timeouts, OneArrivalConnector connector);
  }

  private final Building<T> building;
  private final AtomicReference<OneArrivalClient<T>> current = new AtomicReference<>();

  LiveClient(Building<T> building) {
    this.building = building;
  }

  /** Makes one request. Never throws: every fault is a reply. */
  GatewayReply call(URI address, GatewayTimeouts timeouts, Function<T, Answer> request) {
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
    OneArrivalClient<T> fresh = new OneArrivalClient<>(building, address, timeouts);
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
