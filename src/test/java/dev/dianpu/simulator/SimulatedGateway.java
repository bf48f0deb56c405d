package dev.dianpu.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One simulated gateway: what all of them have. Written from the gateway's document, not from our client; where the
 * document is silent the subclass says what it invented.
 */
public abstract class SimulatedGateway {

  private final String name;
  private final Clock clock;
  private final Inboxes inboxes;
  private final Faults faults = new Faults();
  private final AtomicLong arrivals = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicReference<Duration> clockError = new AtomicReference<>(Duration.ZERO);

  /**
   * A gateway at rest.
   *
   * @param name as in inboxes and in control addresses: the channel's id
   */
  SimulatedGateway(String name, Clock clock, Inboxes inboxes) {
    this.name = name;
    this.clock = clock;
    this.inboxes = inboxes;
  }

  /** Its name, which is the channel's id. */
  public final String name() {
    return name;
  }

  /** How many requests of the gateway's interface came in whole, whatever became of them. */
  public final long arrivals() {
    return arrivals.get();
  }

  /** How many SMS were sent. */
  public final long sent() {
    return sent.get();
  }

  /** Switches a fault on for the next {@code requests} requests. */
  public final void fault(Fault fault, int requests) {
    faults.set(fault, requests);
  }

  /** By how much this gateway's clock is wrong. */
  public final void clockError(Duration error) {
    clockError.set(error);
  }

  /** As after a start: no fault, a right clock, nothing remembered, counters at zero. */
  public final void reset() {
    faults.clear();
    clockError.set(Duration.ZERO);
    arrivals.set(0);
    sent.set(0);
    forget();
  }

  /** The gateway's own time, wrong by what {@link #clockError(Duration)} says. */
  final Clock clock() {
    return Clock.offset(clock, clockError.get());
  }

  /** An SMS goes out. */
  final void deliver(String mobile, String text) {
    sent.incrementAndGet();
    inboxes.deliver(new SimulatedSms(mobile, text, name, clock.instant()));
  }

  /** Whether a path belongs to the gateway's interface. */
  abstract boolean serves(String path);

  /** Carries out one request. */
  abstract WireAnswer take(WireRequest request);

  /** An error that the service reports inside a success of HTTP; nothing is sent. */
  abstract WireAnswer errorInside();

  /** Puts back what the subclass remembers. */
  abstract void forget();

  /**
   * Carries out a control of the subclass, such as {@code quota}.
   *
   * @return false if there is none of this name
   * @throws IllegalArgumentException when a parameter is missing or wrong
   */
  boolean control(String what, WireRequest request) {
    return false;
  }

  /** Members of the description beyond the counters: JSON such as {@code ,"quota":5}; empty for none. */
  String more() {
    return "";
  }

  /** What goes on, as JSON. */
  final String describe() {
    return "{\"arrivals\":" + arrivals + ",\"sent\":" + sent + more() + ",\"fault\":\"" + faults.describe() + "\"}";
  }

  /** The faults that a request meets: those switched on, unless the subclass keeps others for some requests. */
  Faults faults(WireRequest request) {
    return faults;
  }

  /** Counts a request, unless the subclass counts some apart. */
  void arrived(WireRequest request) {
    arrivals.incrementAndGet();
  }
}
