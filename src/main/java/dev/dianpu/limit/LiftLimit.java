package dev.dianpu.limit;

import dev.dianpu.platform.AdminLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The owner lets somebody through again. */
@ApplicationScoped
public class LiftLimit {

  @Inject LimitUse use;
  @Inject AdminLog log;

  /**
   * Empties one budget of somebody, so that SMS pass again at once; noted in the admin's log.
   *
   * @param budget as {@link LimitUse.Use#budget} names it
   * @throws IllegalArgumentException when it is no budget of this one
   */
  @Transactional
  public void lift(LimitSubject who, String budget) {
    log.record("admin.log.limit-lifted", who.masked(), "LIMIT_" + budget, "");
    use.empty(who, Budget.valueOf(budget));
  }
}
