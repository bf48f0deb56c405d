package dev.dianpu.platform.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets every node know within two seconds that something changed: a row per topic holds a number, each node polls all
 * rows once a second and fires {@link Changed} for those that moved.
 */
@ApplicationScoped
public class Versions {

  private static final Logger LOG = Logger.getLogger(Versions.class.getName());

  /**
   * Something changed, here or on another node.
   *
   * @param topic {@code settings}, {@code plugins}, {@code catalog}, {@code cache}, …
   */
  public record Changed(String topic) {}

  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final AtomicReference<ScheduledFuture<?>> poll = new AtomicReference<>();

  @Inject VersionRepository repository;
  @Inject Event<Changed> changed;

  @Resource ManagedScheduledExecutorService scheduler;

  void start(@Observes ShopDatabase.Ready ready) {
    stop();
    seen.putAll(repository.all());
    poll.set(scheduler.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS));
  }

  @PreDestroy
  void stop() {
    ScheduledFuture<?> running = poll.getAndSet(null);
    if (running != null) {
      running.cancel(false);
    }
  }

  /** Marks a topic as changed, in the running transaction: other nodes learn of it when that is committed. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void bump(String topic) {
    repository.increment(topic);
  }

  /** Looks at once, on this node; for after the commit, so that one's own change is live in the next request. */
  public void look() {
    try {
      repository.all().forEach((topic, version) -> {
        if (!version.equals(seen.put(topic, version))) {
          changed.fire(new Changed(topic));
        }
      });
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "Versions could not be read; the next look comes in a second", e);
    }
  }
}
