package dev.dianpu.platform.database;

import dev.dianpu.platform.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes expired rows of all rooms, in small batches. One room's failure keeps no other from being cleaned. */
@ApplicationScoped
class Housekeeping implements Chore {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());
  private static final int BATCH = 500;
  /** So many batches in one round: whatever is left waits for the next. */
  private static final int ROUNDS = 200;

  @Inject Instance<Expiring> rows;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Deleting expired rows";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() {
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
