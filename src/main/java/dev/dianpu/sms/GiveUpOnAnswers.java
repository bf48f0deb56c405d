package dev.dianpu.sms;

import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.spi.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Attempts whose answer never came, because the node that waited for it died, become UNKNOWN: on whichever node sees
 * them first, and right after a start.
 */
@ApplicationScoped
class GiveUpOnAnswers {

  private static final Logger LOG = Logger.getLogger(GiveUpOnAnswers.class.getName());
  private static final int SECONDS = 10;

  private final AtomicReference<ScheduledFuture<?>> running = new AtomicReference<>();

  @Inject SmsRepository repository;
  @Inject Settings settings;
  @Inject Clock clock;

  @Resource ManagedScheduledExecutorService scheduler;

  void start(@Observes ShopDatabase.Ready ready) {
    running.set(scheduler.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS));
  }

  @PreDestroy
  void stop() {
    ScheduledFuture<?> scheduled = running.getAndSet(null);
    if (scheduled != null) {
      scheduled.cancel(false);
    }
  }

  private void look() {
    try {
      giveUp();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "SMS attempts without an answer could not be ended; the next look comes in 10 seconds", e);
    }
  }

  /** How many were given up. */
  int giveUp() {
    return repository.giveUp(clock.instant().minusSeconds(settings.number(SmsGroups.STUCK_AFTER)), "sms.no-answer");
  }
}
