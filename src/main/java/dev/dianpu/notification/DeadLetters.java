package dev.dianpu.notification;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the owner does with notices that came to a sad end. */
@ApplicationScoped
public class DeadLetters {

  @Inject Decisions decisions;
  @Inject DeadLetterAlerts alerts;
  @Inject NoticeWorker worker;

  /** Tries a dead notice again, as often as a new one; false if it is not dead any more. */
  public boolean retry(long id) {
    return after(decisions.one(id, List.of(NoticeState.DEAD), NoticeState.QUEUED));
  }

  /** Lets go of a notice that is dead, or of unknown outcome and looked after; false if it is neither any more. */
  public boolean drop(long id) {
    return after(decisions.one(id, List.of(NoticeState.DEAD, NoticeState.UNKNOWN), NoticeState.DROPPED));
  }

  /** Tries every dead notice again; how many there were. */
  public int retryAll() {
    return after(decisions.all(NoticeState.QUEUED));
  }

  /** Lets go of every dead notice; how many there were. */
  public int dropAll() {
    return after(decisions.all(NoticeState.DROPPED));
  }

  private <T> T after(T decided) {
    alerts.run();
    worker.wake();
    return decided;
  }

  /** The changes, each in one transaction with the admin's log. */
  @ApplicationScoped
  @Transactional
  static class Decisions {

    private static final String LOGGED = "admin.log.notice-";

    @Inject NoticeRepository repository;
    @Inject NoticeSecrets secrets;
    @Inject AdminLog log;
    @Inject Clock clock;

    boolean one(long id, List<NoticeState> of, NoticeState to) {
      Optional<NoticeRow> row = repository.find(id);
      boolean changed = row.isPresent() && repository.decide(id, of, to, clock.instant());
      if (changed) {
        String phone = secrets.openPhone(row.get()).map(PhoneNumber::masked).orElse("****");
        log.record(LOGGED + to.name().toLowerCase(java.util.Locale.ROOT),
            row.get().event + " " + row.get().subject + " " + phone, "", "");
      }
      return changed;
    }

    int all(NoticeState to) {
      int changed = repository.decideAllDead(to, clock.instant());
      if (changed > 0) {
        log.record(LOGGED + "all-" + to.name().toLowerCase(java.util.Locale.ROOT), "", "", Integer.toString(changed));
      }
      return changed;
    }
  }
}
