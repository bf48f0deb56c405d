package dev.dianpu.sms;

import dev.dianpu.platform.jobs.Chore;
import dev.dianpu.sms.MessageFates.Fate;
import dev.dianpu.spi.SmsBulkSender;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Claims phones of texts to many and has them sent to, on every node; finds what dead nodes left. */
@ApplicationScoped
class BulkWorker implements Chore {

  private static final Logger LOG = Logger.getLogger(BulkWorker.class.getName());

  /** Few, since codes that people wait for must not stand behind an advertisement. */
  static final int THREADS = 4;
  /** The last of a claim begins within 200 / 4 times the time that a slow gateway takes. */
  static final Duration CLAIM = Duration.ofMinutes(10);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Semaphore free = new Semaphore(THREADS);
  private final AtomicBoolean claiming = new AtomicBoolean();
  private final AtomicBoolean stopped = new AtomicBoolean();

  @Inject BulkRepository repository;
  @Inject BulkDelivery delivery;
  @Inject OptOuts optOuts;
  @Inject MessageFates fates;
  @Inject Clock clock;

  @Resource ManagedExecutorService executor;

  @Override
  public String name() {
    return "Sending one text to many";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    if (claiming.compareAndSet(false, true)) {
      try {
        recover();
        while (!stopped.get() && begin()) {
          LOG.finest("Another chunk");
        }
      } finally {
        claiming.set(false);
      }
    }
  }

  /** Phones whose claim has run out: the journal knows what became of them. */
  private void recover() {
    List<BulkPhone> phones = repository.claim(BulkState.SENDING, clock.instant(), LOOK, BulkDelivery.CHUNK);
    Map<String, Fate> known = fates.of(phones.stream().map(BulkPhone::reference).toList());
    repository.release(phones.stream().filter(phone -> !known.containsKey(phone.reference())).toList(),
        BulkState.QUEUED, clock.instant());
    phones.stream().filter(phone -> known.containsKey(phone.reference()))
        .filter(phone -> known.get(phone.reference()).state() != AttemptState.SENDING)
        .forEach(phone -> delivery.record(phone, known.get(phone.reference())));
  }

  /** Claims once and begins each call when a thread is free; false when nothing is due or the shop stops. */
  private boolean begin() {
    Optional<SmsBulkSender> many = delivery.forMany();
    int most = many.map(channel -> Math.min(BulkDelivery.CHUNK, channel.mostNumbers())).orElse(BulkDelivery.CHUNK);
    List<BulkPhone> claimed = repository.claim(BulkState.QUEUED, clock.instant(), CLAIM, most);
    Map<Long, List<BulkPhone>> bulks =
        withoutOptedOut(claimed).stream().collect(Collectors.groupingBy(phone -> phone.bulkId));
    boolean all = true;
    for (Map.Entry<Long, List<BulkPhone>> bulk : bulks.entrySet()) {
      String text = repository.find(bulk.getKey()).orElseThrow().wording;
      all = all && begin(text, bulk.getValue(), many);
    }
    return all && !claimed.isEmpty();
  }

  private boolean begin(String text, List<BulkPhone> phones, Optional<SmsBulkSender> many) {
    List<BulkPhone> together = phones.stream().filter(phone -> !BulkDelivery.single(phone)).toList();
    boolean share = !together.isEmpty() && many.filter(delivery::mayShare).isPresent();
    boolean begun = !share || when(together, () -> delivery.together(many.get(), text, together));
    for (BulkPhone phone : phones) {
      if (!share || BulkDelivery.single(phone)) {
        begun = begun && when(List.of(phone), () -> delivery.alone(text, phone));
      }
    }
    return begun;
  }

  /** Somebody may opt out while the others are being sent to. */
  private List<BulkPhone> withoutOptedOut(List<BulkPhone> phones) {
    Set<ByteBuffer> out = optOuts.contains(phones.stream().map(phone -> phone.toDigest).toList());
    Map<Boolean, List<BulkPhone>> split =
        phones.stream().collect(Collectors.partitioningBy(phone -> out.contains(ByteBuffer.wrap(phone.toDigest))));
    repository.release(split.get(true), BulkState.OPTED_OUT, clock.instant());
    return split.get(false);
  }

  private boolean when(List<BulkPhone> phones, Runnable call) {
    try {
      free.acquire();
      executor.execute(() -> call(phones, call));
      return true;
    } catch (InterruptedException shopStops) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException shopStops) {
      free.release();
    }
    return false;
  }

  private void call(List<BulkPhone> phones, Runnable call) {
    try {
      // A claim that ran out while it waited for a thread belongs to others.
      if (clock.instant().isBefore(phones.get(0).dueAt)) {
        call.run();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Bulk rows from " + phones.get(0).id + " are looked at again when their claim ends");
    } finally {
      free.release();
    }
  }

  /** Whether nobody claims and no call is under way. */
  boolean idle() {
    return !claiming.get() && free.availablePermits() == THREADS;
  }

  @PreDestroy
  void stop() {
    stopped.set(true);
  }
}
