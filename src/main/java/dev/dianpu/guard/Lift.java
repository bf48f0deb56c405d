package dev.dianpu.guard;

import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin ends a level before its time; live on this node at once. */
@ApplicationScoped
public class Lift {

  @Inject Gate gate;
  @Inject LevelChanges changes;
  @Inject Versions versions;

  /**
   * Ends it.
   *
   * @return false if there was none, or it had ended
   */
  public boolean lift(Subject subject) {
    boolean lifted = gate.lasting().stream().filter(standing -> standing.subject().equals(subject)).findFirst()
        .map(changes::lift).orElse(false);
    versions.look();
    return lifted;
  }
}
