package dev.dianpu.sms;

import dev.dianpu.platform.database.Versions;
import dev.dianpu.sms.ReceivedEvent.Outcome;
import dev.dianpu.spi.SmsTemplateRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Draws the conclusion from one event, in one transaction. It may be done twice: the first receipt of an attempt stays,
 * whatever comes later, and in whatever order.
 */
@ApplicationScoped
class WorkOnEvent {

  /** So long an event may belong to something that we have not written down yet: its own answer may be under way. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int LONGEST_REMARK = 255;

  @Inject EventRepository events;
  @Inject ReceiptRepository receipts;
  @Inject OptOutWords words;
  @Inject OptOutRepository optOuts;
  @Inject SmsSecrets secrets;
  @Inject Versions versions;
  @Inject Event<MessageFates.Confirmed> confirmed;
  @Inject Clock clock;

  /** What came of an event, and which attempt it belongs to. */
  private record Result(Outcome outcome, Attempt attempt) {}

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void work(long id) {
    Optional<ReceivedEvent> event = events.find(id).filter(one -> one.dueAt != null);
    if (event.isEmpty()) {
      return;
    }
    Result result = switch (event.get().kind) {
      case RECEIPT -> receipt(event.get());
      case REPLY -> reply(event.get());
      case AUDIT -> audit(event.get());
    };
    Instant now = clock.instant();
    Duration age = Duration.between(event.get().receivedAt, now);
    if (result.outcome() == Outcome.UNMATCHED && age.compareTo(PATIENCE) < 0) {
      events.postpone(id, now.plus(pause(age)));
    } else {
      events.finish(id, result.outcome(), result.attempt() == null ? null : result.attempt().id, now);
    }
  }

  /** Often at first, when our own answer may come any moment; less often later. */
  private static Duration pause(Duration age) {
    Duration pause = age.dividedBy(4);
    return pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private Result receipt(ReceivedEvent event) {
    Optional<Attempt> found = named(event);
    if (found.isEmpty()) {
      return new Result(Outcome.UNMATCHED, null);
    }
    Attempt attempt = found.get();
    String receipt = event.good == 1 ? Attempt.DELIVERED : Attempt.FAILED;
    if (receipts.receive(attempt.id, receipt, event.code, event.when())) {
      if (event.good == 1 && attempt.state != AttemptState.ACCEPTED) {
        receipts.confirm(attempt);
        receipts.reference(attempt.messageId).map(MessageFates.Confirmed::new).ifPresent(confirmed::fire);
      }
      return new Result(Outcome.APPLIED, attempt);
    }
    return new Result(attempt.receipt.equals(receipt) ? Outcome.REPEATED : Outcome.CONTRADICTS, attempt);
  }

  /** The attempt that it names: same gateway, same id, same number; without a number only if there is one. */
  private Optional<Attempt> named(ReceivedEvent event) {
    boolean unreadable = event.namesNumber() && event.phoneDigest == null;
    if (event.gatewayId.isEmpty() || unreadable) {
      return Optional.empty();
    }
    List<Attempt> found = receipts.named(event.gatewayId, event.phoneDigest).stream()
        .filter(attempt -> attempt.answersTo(event.gatewayId) && sameGateway(attempt.channel, event.channel)).toList();
    return event.namesNumber() || found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  /** Several accounts of one gateway are channels {@code name} and {@code name.2}; it may push all to one address. */
  private static boolean sameGateway(String one, String other) {
    return one.replaceFirst("\\..*", "").equals(other.replaceFirst("\\..*", ""));
  }

  private Result reply(ReceivedEvent event) {
    if (event.phoneDigest == null) {
      return new Result(Outcome.NOTED, null);
    }
    Attempt attempt = named(event).or(() -> receipts.newestTo(event.phoneDigest, event.receivedAt)).orElse(null);
    if (!words.matches(secrets.openWords(event.digest, event.textSealed))) {
      return new Result(Outcome.NOTED, attempt);
    }
    optOuts.add(new OptOutRepository.Row(
        event.phoneDigest, event.phoneSealed, event.channel, OptOutList.REPLY, clock.instant()));
    return new Result(Outcome.OPTED_OUT, attempt);
  }

  private Result audit(ReceivedEvent event) {
    var state = event.good == 1 ? SmsTemplateRegistry.State.APPROVED : SmsTemplateRegistry.State.REJECTED;
    String remark = Attempt.cut(secrets.openWords(event.digest, event.textSealed), LONGEST_REMARK);
    if (!receipts.audit(event.channel, event.gatewayId, state.name(), remark, clock.instant())) {
      return new Result(Outcome.UNMATCHED, null);
    }
    versions.bump(FiledTexts.TOPIC);
    return new Result(Outcome.APPLIED, null);
  }
}
