package dev.dianpu.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The phones. Bounded, since benchmarks send to a new phone each time: the phones longest unused are forgotten. */
final class Inboxes {

  private static final int PHONES = 5_000;
  private static final int PER_PHONE = 50;
  private static final int LATEST = 100;

  private final Map<String, Deque<SimulatedSms>> phones = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Deque<SimulatedSms>> eldest) {
      return size() > PHONES;
    }
  };
  private final Deque<SimulatedSms> latest = new ArrayDeque<>();

  synchronized void deliver(SimulatedSms sms) {
    push(phones.computeIfAbsent(sms.to(), unused -> new ArrayDeque<>()), sms, PER_PHONE);
    push(latest, sms, LATEST);
  }

  private static void push(Deque<SimulatedSms> newestFirst, SimulatedSms sms, int most) {
    newestFirst.addFirst(sms);
    if (newestFirst.size() > most) {
      newestFirst.removeLast();
    }
  }

  /** Newest first. */
  synchronized List<SimulatedSms> of(String phone) {
    Deque<SimulatedSms> found = phones.get(phone);
    return found == null ? List.of() : List.copyOf(found);
  }

  /** Of all phones, newest first. */
  synchronized List<SimulatedSms> latest() {
    return List.copyOf(latest);
  }

  synchronized void clear() {
    phones.clear();
    latest.clear();
  }
}
