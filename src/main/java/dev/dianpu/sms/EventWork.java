package dev.dianpu.sms;

import dev.dianpu.platform.jobs.Chore;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Works on what gateways told, after they got their answer: at once where it came, and each second on every node what
 * is still there. An event is claimed before it is worked on; if the node dies, it is due again after a minute.
 */
@ApplicationScoped
class EventWork implements Chore {

  private static final Logger LOG = Logger.getLogger(EventWork.class.getName());
  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final int BATCH = 100;
  private static final int ROUNDS = 50;

  private final AtomicBoolean waiting = new AtomicBoolean();

  @Inject EventRepository events;
  @Inject WorkOnEvent work;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Override
  public String name() {
    return "Working on receipts and replies";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  /** Something came: does not wait for the next second. However much comes, one run waits at most. */
  void soon() {
    if (waiting.compareAndSet(false, true)) {
      try {
        executor.submit(this::woken);
      } catch (RejectedExecutionException busy) {
        waiting.set(false);
      }
    }
  }

  private void woken() {
    waiting.set(false);
    try {
      run();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The run after a push failed; the next one comes within a second", e);
    }
  }

  @Override
  public void run() {
    List<ReceivedEvent> due = events.due(clock.instant(), BATCH);
    for (int round = 1; !due.isEmpty(); round++) {
      due.forEach(this::one);
      due = due.size() < BATCH || round == ROUNDS ? List.of() : events.due(clock.instant(), BATCH);
    }
  }

  private void one(ReceivedEvent event) {
    try {
      if (events.claim(event, clock.instant().plus(CLAIM))) {
        work.work(event.id);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "SMS event " + event.id + " could not be worked on; the next try comes in a minute", e);
    }
  }
}
