package dev.dianpu.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much 互亿无线 takes in a while, by the code with which it refuses more (document 004, 2.5). The document names no
 * windows: rolling ones here, and a day for 408.
 */
final class IhuyiLimits {

  private static final Map<Integer, Integer> DOCUMENTED = Map.of(4081, 5, 4082, 100, 4083, 200, 4085, 10, 408, 50);
  private static final Map<Integer, Duration> WINDOWS = Map.of(4081, Duration.ofMinutes(1), 4082, Duration.ofDays(1),
      4083, Duration.ofMinutes(1), 4085, Duration.ofDays(1), 408, Duration.ofDays(1));
  private static final int REMEMBERED = 20_000;

  private final Map<Integer, Integer> most = new TreeMap<>(DOCUMENTED);
  private final Map<String, Deque<Long>> taken = new LinkedHashMap<>();
  private final Set<String> blacklist = ConcurrentHashMap.newKeySet();

  /** Another limit; 0 for none. */
  synchronized void limit(int code, int number) {
    if (!DOCUMENTED.containsKey(code)) {
      throw new IllegalArgumentException("no limit has the code " + code);
    }
    most.put(code, number);
  }

  synchronized void forget() {
    most.putAll(DOCUMENTED);
    taken.clear();
    blacklist.clear();
  }

  void blacklist(String mobile) {
    blacklist.add(mobile);
  }

  boolean blacklisted(String mobile) {
    return blacklist.contains(mobile);
  }

  /** Counts one SMS, or gives the code that refuses it. */
  synchronized OptionalInt refusal(String mobile, String content, long now) {
    Map<Integer, String> keys = new TreeMap<>(Map.of(408, mobile, 4081, mobile, 4082, mobile, 4083, content));
    if (content.contains("验证码")) {
      keys.put(4085, mobile);
    }
    for (Map.Entry<Integer, String> key : keys.entrySet()) {
      Deque<Long> times = times(key, now);
      if (most.get(key.getKey()) > 0 && times.size() >= most.get(key.getKey())) {
        if (key.getKey() == 408) {
          blacklist.add(mobile);
        }
        return OptionalInt.of(key.getKey());
      }
    }
    keys.entrySet().forEach(key -> times(key, now).addLast(now));
    return OptionalInt.empty();
  }

  private Deque<Long> times(Map.Entry<Integer, String> key, long now) {
    if (taken.size() > REMEMBERED) {
      taken.remove(taken.keySet().iterator().next());
    }
    Deque<Long> times = taken.computeIfAbsent(key.getKey() + key.getValue(), unused -> new ArrayDeque<>());
    while (!times.isEmpty() && now - times.peekFirst() >= WINDOWS.get(key.getKey()).toMillis()) {
      times.removeFirst();
    }
    return times;
  }
}
