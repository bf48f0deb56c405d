package dev.dianpu.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Where rooms put what people are to be told. It belongs to the running transaction: rolled back, nobody is told; committed,
 * somebody is, even if this node dies the next moment.
 */
@ApplicationScoped
public class Notices {

  private static final String WOKEN = Notices.class.getName();

  @Inject NoticeRepository repository;
  @Inject NoticeSecrets secrets;
  @Inject NoticeWorker worker;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry registry;

  /** Adds a notice, unless it was added before: then what was added first stays. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Notice notice) {
    add(notice, Duration.ZERO);
  }

  /**
   * The same, not to be sent before so much time has passed; see {@link #lapse}.
   *
   * @param after how long it waits
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Notice notice, Duration after) {
    Instant now = clock.instant();
    repository.add(notice, secrets.digest(notice.phone()), secrets.sealPhone(notice.phone()),
        secrets.sealVariables(notice.phone(), notice.variables()), new NoticeRepository.Times(now, now.plus(after)));
    if (after.isZero()) {
      wakeAfterCommit();
    }
  }

  /** Lets go of notices of this event and subject that still wait: what they would tell is no longer so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lapse(String event, String subject) {
    repository.lapse(event, subject, clock.instant());
  }

  private void wakeAfterCommit() {
    if (registry.getResource(WOKEN) == null) {
      registry.putResource(WOKEN, WOKEN);
      registry.registerInterposedSynchronization(new Synchronization() {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
          if (status == Status.STATUS_COMMITTED) {
            worker.wake();
          }
        }
      });
    }
  }
}
