package dev.dianpu.notification;

import dev.dianpu.sms.MessageFates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** A notice of which nobody knows whether it was sent is SENT as soon as a receipt says that the phone got it. */
@ApplicationScoped
class ConfirmedNotices {

  @Inject NoticeRepository repository;
  @Inject Clock clock;

  /** In the transaction that writes the receipt down. */
  @Transactional(Transactional.TxType.MANDATORY)
  void settle(@Observes MessageFates.Confirmed message) {
    NoticeRow.ofReference(message.reference())
        .ifPresent(named -> repository.confirm(named.id(), named.tries(), clock.instant()));
  }
}
