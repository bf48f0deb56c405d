package dev.dianpu.guard;

import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Each second: this node's counts go to the database, and one of the nodes looks at all of them every few seconds. */
@ApplicationScoped
class GuardWork implements Chore {

  static final Duration LOOK = Duration.ofSeconds(5);

  /** When this node last tried to be the one. */
  private final AtomicReference<Instant> tried = new AtomicReference<>(Instant.EPOCH);

  @Inject Counters counters;
  @Inject LevelRepository levels;
  @Inject Evaluation evaluation;
  @Inject Alarms alarms;
  @Inject Versions versions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Counting and judging codes";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    counters.flush();
    Instant now = clock.instant();
    Instant last = tried.get();
    if (!now.isBefore(last.plus(LOOK)) && tried.compareAndSet(last, now) && levels.claim("look", now, LOOK)) {
      List<Decision> decided = evaluation.look(now);
      if (!decided.isEmpty()) {
        versions.look();
        alarms.tell(decided);
      }
    }
  }
}
