package dev.dianpu.sms;

import dev.dianpu.spi.SmsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Writes down what a gateway told, committed when this returns, and nothing else. */
@ApplicationScoped
class ReceiveEvents {

  private static final int ATTEMPTS = 3;

  @Inject EventRows rows;
  @Inject OneTransaction transaction;
  @Inject Clock clock;

  /** Keeps those that are new. */
  void keep(String channel, List<SmsEvent> events) {
    Instant now = clock.instant();
    List<ReceivedEvent> kept = events.stream().map(event -> rows.row(channel, event, now)).toList();
    for (int attempt = 1; !kept.isEmpty(); attempt++) {
      try {
        transaction.keep(kept);
        return;
      } catch (PersistenceException deadlock) {
        // Two pushes of the same events in another order may lock each other out.
        if (attempt == ATTEMPTS) {
          throw deadlock;
        }
      }
    }
  }

  /** All of a push or nothing. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class OneTransaction {

    @Inject EventRepository repository;

    void keep(List<ReceivedEvent> events) {
      // Looked for first, without locks: a repeated push must not wait for the work on the first one.
      Set<String> known = repository.known(events.stream().map(event -> event.digest).toList());
      events.stream().filter(event -> !known.contains(HexFormat.of().formatHex(event.digest)))
          .forEach(repository::add);
    }
  }
}
