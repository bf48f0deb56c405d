package dev.dianpu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes rows for one worker, in one short transaction: no other takes them while the claim lasts. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class NoticeClaims {

  @Inject NoticeRepository repository;
  @Inject Clock clock;

  /** Claims rows of this state that are due: QUEUED ones to send them, SENDING ones whose claim has run out. */
  List<NoticeRow> claim(NoticeState state, Duration lasting, int most) {
    Instant now = clock.instant();
    return repository.claim(repository.lockDue(state, now, most), now.plus(lasting), now);
  }
}
