package dev.dianpu.verification;

import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.spi.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends what time has ended, on every node and right after a start: codes (their sealed copy is erased) and proofs past
 * their end, sends whose answer never came because a node died.
 */
@ApplicationScoped
class ExpireVerifications {

  private static final Logger LOG = Logger.getLogger(ExpireVerifications.class.getName());
  private static final int SECONDS = 10;

  private final AtomicReference<ScheduledFuture<?>> running = new AtomicReference<>();

  @Inject VerificationRepository repository;
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
      expire();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Codes past their end could not be ended; the next look comes in 10 seconds", e);
    }
  }

  void expire() {
    Instant now = clock.instant();
    repository.expire(now);
    repository.giveUpOnAnswers(now.minusSeconds(settings.number("sms.stuck-after")));
    repository.forgetTries(now);
  }
}
