package dev.dianpu.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * A flood of requests for codes by somebody who solves every captcha, beside people who register. Prints what was sent
 * and who got in as a table. Bounded, and on this machine only.
 *
 * <p>Arguments: requests of a flood (10,000), people beside it (200). Needs the packaged WAR, as {@code run.sh} does:
 * {@code java -Ddianpu.war=… -Dpayara.jar=… -cp … dev.dianpu.bench.Flood 500 20}.
 */
public final class Flood {

  private static final int THREADS = 12;
  private static final int HONEST_THREADS = 4;
  private static final int TRIES = 3;
  private static final int MOST = 20_000;
  private static final int FLOOD_RATE = 50;
  private static final int PAGES = 1500;
  private static final int PAGES_RATE = 100;
  private static final double SLOW = 0.99;

  private final FloodShop shop;
  private final int requests;
  private final int people;
  private final AtomicInteger honest = new AtomicInteger();

  private Flood(FloodShop shop, int requests, int people) {
    this.shop = shop;
    this.requests = requests;
    this.people = people;
  }

  /** Where a flood comes from. */
  private enum Source {
    ONE("1 address", "127.0.0.2", i -> ""),
    FORGED("1,000 forged addresses", "127.0.0.2", Flood::address),
    PROXIED("1,000 real addresses", "127.0.0.1", Flood::address);

    private final String title;
    private final String from;
    private final IntFunction<String> forwarded;

    Source(String title, String from, IntFunction<String> forwarded) {
      this.title = title;
      this.from = from;
      this.forwarded = forwarded;
    }
  }

  /** Which phones it asks for. */
  private enum Target {
    PHONE("one phone", i -> "13311112222"),
    PREFIX("one prefix", i -> "1342233%04d".formatted(i % 10_000)),
    RANDOM("random phones", i -> "15" + (i % 10 == 4 ? 5 : i % 10) + "%08d".formatted(i * 7_919_111L % 100_000_000));

    private final String title;
    private final IntFunction<String> phone;

    Target(String title, IntFunction<String> phone) {
      this.title = title;
      this.phone = phone;
    }
  }

  /** A thousand addresses, each in a range of its own. */
  private static String address(int i) {
    return "100." + (64 + i % 1000 / 250) + "." + i % 250 + ".7";
  }

  public static void main(String[] args) throws Exception {
    int requests = Math.min(MOST, args.length > 0 ? Integer.parseInt(args[0]) : 10_000);
    int people = Math.min(MOST, args.length > 1 ? Integer.parseInt(args[1]) : 200);
    try (FloodShop shop = new FloodShop(FloodShop.newHome())) {
      Flood flood = new Flood(shop, requests, people);
      print("%d requests each, %d people beside them; limits and guard as installed (200 unverified SMS an hour)%n%n",
          requests, people);
      long before = shop.heap();
      print("| flood from | against | SMS to it | within 200 | refused by status | people in | seconds |%n"
          + "|---|---|---|---|---|---|---|%n");
      for (Source source : Source.values()) {
        for (Target target : Target.values()) {
          flood.run(source, target);
        }
      }
      print("%nHeap after a collection, before and after: %d → %d MB%n", before, shop.heap());
      shop.forget();
      flood.storefront();
    }
  }

  private void run(Source source, Target target) throws Exception {
    shop.forget();
    long sentBefore = shop.sent();
    Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger in = new AtomicInteger();
    AtomicInteger honestSms = new AtomicInteger();
    long start = System.nanoTime();
    try (FloodClient attacker = new FloodClient(shop.address(), source.from, shop.solver);
        FloodClient proxy = new FloodClient(shop.address(), "127.0.0.1", shop.solver)) {
      CountDownLatch done = new CountDownLatch(THREADS + HONEST_THREADS);
      ExecutorService pool = Executors.newFixedThreadPool(THREADS + HONEST_THREADS);
      for (int thread = 0; thread < THREADS; thread++) {
        pool.execute(() -> each(next, requests, done, i -> statuses.computeIfAbsent(
            attacker.ask(target.phone.apply(i), source.forwarded.apply(i)).status(), s -> new LongAdder()).increment()));
      }
      AtomicInteger person = new AtomicInteger();
      for (int thread = 0; thread < HONEST_THREADS; thread++) {
        pool.execute(() -> each(person, people, done, i -> {
          if (registers(proxy, honestSms)) {
            in.incrementAndGet();
          }
        }));
      }
      done.await();
      pool.shutdown();
    }
    long floodSms = shop.sent() - sentBefore - honestSms.get();
    print("| %s | %s | %d | %s | %s | %d of %d | %d |%n", source.title, target.title, floodSms,
        floodSms <= 200 ? "yes" : "**no**", statuses, in.get(), people,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
  }

  private interface Each {
    void run(int i) throws Exception;
  }

  private static void each(AtomicInteger next, int most, CountDownLatch done, Each work) {
    try {
      for (int i = next.getAndIncrement(); i < most; i = next.getAndIncrement()) {
        work.run(i);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      done.countDown();
    }
  }

  /** Somebody at an address and with a phone of his own, who tries a few times. */
  private boolean registers(FloodClient proxy, AtomicInteger sms) throws Exception {
    int number = honest.incrementAndGet();
    String phone = "137" + "%08d".formatted(number * 10_007L % 100_000_000);
    String address = "101." + number % 250 + "." + number / 250 % 250 + ".9";
    for (int attempt = 0; attempt < TRIES; attempt++) {
      FloodClient.Answer answer = proxy.ask(phone, address);
      if (answer.status() == 200 && shop.code(phone).isPresent()) {
        sms.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(300);
        return proxy.register(Map.of("username", "honest" + number, "email", "honest" + number + "@example.com",
            "password", "gute Reise 42 km", "passwordConfirm", "gute Reise 42 km", "phone", phone, "smsCode",
            shop.code(phone).get(), "agreement", "yes"), address, answer.cookies()) == 303;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    return false;
  }

  /** How long the slowest of a hundred pages takes, without and with a flood of 50 requests a second. */
  private void storefront() throws Exception {
    try (FloodClient visitor = new FloodClient(shop.address(), "127.0.0.3", shop.solver);
        FloodClient attacker = new FloodClient(shop.address(), "127.0.0.1", shop.solver)) {
      pages(visitor);
      double quiet = pages(visitor);
      AtomicBoolean running = new AtomicBoolean(true);
      AtomicInteger asked = new AtomicInteger();
      ExecutorService pool = Executors.newFixedThreadPool(HONEST_THREADS);
      long start = System.nanoTime();
      for (int thread = 0; thread < HONEST_THREADS; thread++) {
        pool.execute(() -> {
          while (running.get()) {
            int i = asked.getAndIncrement();
            pace(start, i, FLOOD_RATE);
            try {
              attacker.ask(Target.RANDOM.phone.apply(i + MOST), address(i));
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          }
        });
      }
      double flooded = pages(visitor);
      running.set(false);
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.MINUTES);
      print("%nStorefront at %d pages/s, p99: %.1f ms quiet, %.1f ms beside %.0f requests/s%n", PAGES_RATE, quiet, flooded,
          asked.get() * 1e9 / (System.nanoTime() - start));
    }
  }

  /** The 99th of a hundred, in milliseconds. */
  private static double pages(FloodClient visitor) throws IOException {
    String[] paths = {"/", "/register", "/search?q=a"};
    long[] took = new long[PAGES];
    long start = System.nanoTime();
    for (int i = 0; i < PAGES; i++) {
      pace(start, i, PAGES_RATE);
      long before = System.nanoTime();
      visitor.look(paths[i % paths.length]);
      took[i] = System.nanoTime() - before;
    }
    Arrays.sort(took);
    return took[(int) (PAGES * SLOW)] / 1e6;
  }

  private static void pace(long start, int i, int rate) {
    LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
  }

  private static void print(String format, Object... arguments) {
    System.out.printf(format, arguments);
  }
}
