package dev.dianpu.spi.gateway;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * What the layers below the REST client tell the caller about the call under way in this thread. The exception's type
 * cannot tell whether bytes left (a connect time-out is a {@code SocketTimeoutException} too); this mark can.
 */
final class CallMark {

  private static final ThreadLocal<CallMark> CURRENT = new ThreadLocal<>();

  private final AtomicBoolean sent = new AtomicBoolean();
  private final AtomicBoolean late = new AtomicBoolean();
  private final AtomicReference<Cancellable> exchange = new AtomicReference<>();

  static CallMark begin() {
    CallMark mark = new CallMark();
    CURRENT.set(mark);
    return mark;
  }

  static void end() {
    CURRENT.remove();
  }

  /** Of this thread's call; a call that is not made through {@link GatewayClient} has none and is refused. */
  static CallMark current() {
    CallMark mark = CURRENT.get();
    if (mark == null) {
      throw new IllegalStateException("a gateway is called through GatewayClient only");
    }
    return mark;
  }

  /** Sets the mark, before the first byte leaves; false when the request left before and must not leave again. */
  boolean firstSend() {
    return sent.compareAndSet(false, true);
  }

  boolean sent() {
    return sent.get();
  }

  void exchange(Cancellable cancellable) {
    exchange.set(cancellable);
    if (late.get()) {
      cancellable.cancel();
    }
  }

  /** The call has taken too long as a whole: closes its connection, in whatever state it is. */
  void cancel() {
    late.set(true);
    Cancellable running = exchange.get();
    if (running != null) {
      running.cancel();
    }
  }

  boolean late() {
    return late.get();
  }
}
