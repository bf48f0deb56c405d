package dev.dianpu.simulator;

import java.util.Optional;

/** The fault that is switched on, and for how many more requests. */
final class Faults {

  private Fault fault;
  private int left;

  /** Switches a fault on for the next requests, replacing any other. */
  synchronized void set(Fault next, int requests) {
    fault = next;
    left = requests;
  }

  synchronized void clear() {
    left = 0;
  }

  /** The fault of the request that came just now. */
  synchronized Optional<Fault> next() {
    if (left <= 0) {
      return Optional.empty();
    }
    left--;
    return Optional.of(fault);
  }

  synchronized String describe() {
    return left <= 0 ? "none" : fault.mode().name().toLowerCase();
  }
}
