package dev.dianpu.sms;

import dev.dianpu.platform.database.Expiring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Drafts that nobody started, with all their phones. */
@ApplicationScoped
class BulkDrafts implements Expiring {

  private static final Duration KEPT = Duration.ofDays(1);
  /** Each may take ten thousand rows with it. */
  private static final int MOST = 5;

  @Inject BulkRepository repository;

  @Override
  public int deleteExpired(Instant now, int most) {
    return repository.deleteDrafts(now.minus(KEPT), Math.min(most, MOST));
  }
}
