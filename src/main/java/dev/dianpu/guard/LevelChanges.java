package dev.dianpu.guard;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Changes of levels, each in one transaction with what tells of it. */
@ApplicationScoped
@Transactional
class LevelChanges {

  @Inject LevelRepository levels;
  @Inject DecisionRepository decisions;
  @Inject AdminLog log;
  @Inject Versions versions;
  @Inject Clock clock;

  Decision decide(Evaluation.Finding finding, Standing standing, Mode mode) {
    Decision decision = new Decision(0, standing.since(), finding.measure(), finding.expected(), finding.step(), mode,
        standing.endsAt(), 0);
    long id = decisions.add(decision);
    levels.put(new Standing(standing.subject(), standing.level(), standing.since(), standing.endsAt(),
        standing.pauses(), standing.countedFrom(), id));
    versions.bump(Gate.TOPIC);
    return decision.kept(id);
  }

  void extend(Standing standing, Instant end) {
    if (levels.extend(standing, end)) {
      decisions.endsAt(standing.decision(), end);
    }
    versions.bump(Gate.TOPIC);
  }

  /** Ends a level by an admin's hand; false if it had ended. What was sent before is judged no more. */
  boolean lift(Standing standing) {
    Instant now = clock.instant();
    boolean lifted = levels.end(standing.subject(), now, Buckets.from(now));
    if (lifted) {
      decisions.endsAt(standing.decision(), now);
      log.record("admin.log.guard-lifted", standing.subject().shown(), standing.level().name(), Level.CALM.name());
      versions.bump(Gate.TOPIC);
    }
    return lifted;
  }
}
