package dev.dianpu.platform.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes expired rows of all rooms every few minutes, in small batches. Two nodes that do it at once do no harm. */
@ApplicationScoped
public class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());
  private static final int BATCH = 500;
  /** So many batches in one round: whatever is left waits for the next. */
  private static final int ROUNDS = 200;
  private static final int MINUTES = 5;

  private final AtomicReference<ScheduledFuture<?>> running = new AtomicReference<>();

  @Inject @Any Instance<Expiring> rows;
  @Inject Clock clock;

  @Resource ManagedScheduledExecutorService scheduler;

  void start(@Observes ShopDatabase.Ready ready) {
    running.set(scheduler.scheduleWithFixedDelay(this::clean, 1, MINUTES, TimeUnit.MINUTES));
  }

  @PreDestroy
  void stop() {
    ScheduledFuture<?> task = running.getAndSet(null);
    if (task != null) {
      task.cancel(false);
    }
  }

  /** Deletes what is expired now. */
  public void clean() {
    for (Expiring expiring : rows) {
      try {
        clean(expiring);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Expired rows could not be deleted; the next try comes in minutes", e);
      }
    }
  }

  private void clean(Expiring expiring) {
    for (int i = 0; i < ROUNDS && expiring.deleteExpired(clock.instant(), BATCH) == BATCH; i++) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
