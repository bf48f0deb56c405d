package dev.dianpu.catalog;

import dev.dianpu.platform.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Deletes uploaded pictures that no goods show any more. */
@ApplicationScoped
class ForgottenPictures implements Chore {

  private static final Duration AFTER = Duration.ofDays(7);

  @Inject PictureRepository repository;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Forgetting pictures";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    repository.forget(clock.instant().minus(AFTER));
  }
}
