package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Writes down what is about to be sent and what became of it; each step is a short transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SmsJournal {

  @Inject SmsRepository repository;
  @Inject SmsSecrets secrets;
  @Inject SmsSignature signature;
  @Inject Clock clock;

  /** New messages that leave in one call of a gateway, each with an attempt. */
  List<Attempt> begin(List<SmsRequest> requests, String channel) {
    return requests.stream().map(request -> begin(request, channel)).toList();
  }

  /** A new message and its first attempt. */
  Attempt begin(SmsRequest request, String channel) {
    Instant now = clock.instant();
    Message message = new Message(secrets.digest(request.to()), secrets.sealPhone(request.to()), request.template(),
        secrets.sealText(request.to(), request.wording(), request.variables()), now);
    message.reference = request.reference().isEmpty() ? null : request.reference();
    repository.add(message);
    return add(new Attempt(message.id, message.toDigest, secrets.attemptId(), channel, now).inParts(parts(request)));
  }

  /** The attempt failed for its channel's own reason; the next channel is about to be tried. */
  Attempt failOver(Attempt failed, SendOutcome outcome, String channel) {
    end(failed, outcome);
    repository.underWayAgain(failed.messageId);
    return add(new Attempt(failed.messageId, failed.toDigest, secrets.attemptId(), channel, clock.instant())
        .inParts(failed.parts));
  }

  /** The attempt is over and there will be no other; one statement, in the caller's transaction if there is one. */
  @Transactional(Transactional.TxType.SUPPORTS)
  void end(Attempt attempt, SendOutcome outcome) {
    attempt.end(outcome, clock.instant());
    repository.end(attempt);
  }

  /** The same for attempts that left in one call. */
  void end(List<Attempt> attempts, SendOutcome outcome) {
    attempts.forEach(attempt -> end(attempt, outcome));
  }

  private Attempt add(Attempt attempt) {
    repository.add(attempt);
    return attempt;
  }

  private int parts(SmsRequest request) {
    return new SmsText(SmsText.fill(request.wording(), request.variables()), signature.text()).parts();
  }
}
