package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what is about to be sent and what became of it; each step is a short transaction of its own. To be called
 * outside a transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
class SmsJournal {

  @Inject SmsRepository repository;
  @Inject SmsSecrets secrets;
  @Inject SmsSignature signature;
  @Inject Clock clock;

  /** New messages that leave in one call of a gateway, each with an attempt. */
  List<Attempt> begin(List<SmsRequest> requests, String channel) {
    return repository.inOneTransaction(connection -> {
      List<Attempt> begun = new ArrayList<>();
      for (SmsRequest request : requests) {
        begun.add(begin(connection, request, channel));
      }
      return begun;
    });
  }

  /** A new message and its first attempt. */
  Attempt begin(SmsRequest request, String channel) {
    return begin(List.of(request), channel).get(0);
  }

  private Attempt begin(Connection connection, SmsRequest request, String channel) throws SQLException {
    Instant now = clock.instant();
    Message message = new Message(secrets.digest(request.to()), secrets.sealPhone(request.to()), request.template(),
        secrets.sealText(request.to(), request.wording(), request.variables()), now);
    message.reference = request.reference().isEmpty() ? null : request.reference();
    repository.add(connection, message);
    Attempt attempt = new Attempt(message.id, message.toDigest, secrets.attemptId(), channel, now)
        .inParts(parts(request));
    repository.add(connection, attempt);
    return attempt;
  }

  /** The attempt failed for its channel's own reason; the next channel is about to be tried. */
  Attempt failOver(Attempt failed, SendOutcome outcome, String channel) {
    failed.end(outcome, clock.instant());
    Attempt next = new Attempt(failed.messageId, failed.toDigest, secrets.attemptId(), channel, clock.instant())
        .inParts(failed.parts);
    return repository.inOneTransaction(connection -> {
      repository.end(connection, failed);
      repository.underWayAgain(connection, failed.messageId);
      repository.add(connection, next);
      return next;
    });
  }

  /** The attempts left in one call, which is over, and there will be no other. */
  void end(List<Attempt> attempts, SendOutcome outcome) {
    attempts.forEach(attempt -> end(attempt, outcome));
  }

  /** The attempt is over and there will be no other. */
  void end(Attempt attempt, SendOutcome outcome) {
    attempt.end(outcome, clock.instant());
    repository.end(attempt);
  }

  private int parts(SmsRequest request) {
    return new SmsText(SmsText.fill(request.wording(), request.variables()), signature.text()).parts();
  }
}
