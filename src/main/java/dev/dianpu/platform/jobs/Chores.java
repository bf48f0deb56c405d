package dev.dianpu.platform.jobs;

import dev.dianpu.platform.database.ShopDatabase;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does every {@link Chore} from the moment the shop is ready, the first time at once, until the application ends. */
@ApplicationScoped
public class Chores {

  private static final Logger LOG = Logger.getLogger(Chores.class.getName());

  private final ConcurrentLinkedQueue<ScheduledFuture<?>> running = new ConcurrentLinkedQueue<>();

  @Inject Instance<Chore> chores;

  @Resource ManagedScheduledExecutorService scheduler;

  /**
   * After all others that wait for the database. Payara lends a task what the thread that scheduled it had open, and
   * closes that with the task's end: an entity manager used outside a transaction was gone in the middle of a query.
   */
  void start(@Observes @Priority(Integer.MAX_VALUE) ShopDatabase.Ready ready) {
    stop();
    chores.forEach(chore -> repeat(chore, scheduler));
  }

  void repeat(Chore chore, ScheduledExecutorService on) {
    running.add(on.scheduleWithFixedDelay(() -> once(chore), 0, chore.interval().toMillis(), TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void stop() {
    for (ScheduledFuture<?> task = running.poll(); task != null; task = running.poll()) {
      task.cancel(false);
    }
  }

  /** Catches everything: a scheduler drops a task that throws, and nobody would notice. */
  private static void once(Chore chore) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "%s failed; the next try comes in %d seconds"
          .formatted(chore.name(), chore.interval().toSeconds()));
    }
  }
}
