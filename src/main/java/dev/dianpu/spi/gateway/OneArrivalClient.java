package dev.dianpu.spi.gateway;

import dev.dianpu.spi.gateway.GatewayReply.Answer;
import java.net.URI;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A client built for one address and one set of time-outs; closes itself when the last user has left. */
final class OneArrivalClient<T extends AutoCloseable> {

  private final URI address;
  private final GatewayTimeouts timeouts;
  private final OneArrivalConnector connector;
  private final T api;
  private final ScheduledThreadPoolExecutor watch;
  /** Calls under way, and one more until {@link #retire()}. */
  private final AtomicInteger users = new AtomicInteger(1);

  OneArrivalClient(LiveClient.Building<T> building, URI address, GatewayTimeouts timeouts) {
    this.address = address;
    this.timeouts = timeouts;
    this.connector = new OneArrivalConnector(timeouts);
    this.api = building.build(address, timeouts, connector);
    this.watch = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "gateway-watch " + address.getHost());
      thread.setDaemon(true);
      return thread;
    });
    watch.setRemoveOnCancelPolicy(true);
  }

  boolean serves(URI wanted, GatewayTimeouts wantedTimeouts) {
    return address.equals(wanted) && timeouts.equals(wantedTimeouts);
  }

  /** Counts a user in; false when the client is closed, so that another must be found. */
  boolean enter() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  void leave() {
    if (users.decrementAndGet() == 0) {
      close();
    }
  }

  /** Lets no more calls start once those under way have ended. To be called once. */
  void retire() {
    leave();
  }

  GatewayReply call(Function<T, Answer> request) {
    CallMark mark = CallMark.begin();
    ScheduledFuture<?> bound = watch.schedule(mark::cancel, timeouts.whole().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return request.apply(api);
    } catch (RuntimeException failure) {
      return Replies.failure(mark, failure);
    } finally {
      bound.cancel(false);
      CallMark.end();
    }
  }

  private void close() {
    watch.shutdownNow();
    try {
      api.close();
    } catch (Exception failure) {
      // Nothing is under way; the connections are closed below in any case.
    } finally {
      connector.close();
    }
  }
}
