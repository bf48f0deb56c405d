package dev.dianpu.notification;

import dev.dianpu.sms.MessageFates;
import dev.dianpu.sms.MessageFates.Fate;
import dev.dianpu.sms.MessageKind;
import dev.dianpu.sms.SendAgain;
import dev.dianpu.sms.SmsRequest;
import dev.dianpu.sms.SmsSender;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends one claimed notice with no transaction held, then records what became of it. */
@ApplicationScoped
class NoticeDelivery {

  @Inject NoticeRepository repository;
  @Inject NoticeSecrets secrets;
  @Inject SmsSender sender;
  @Inject SendAgain again;
  @Inject MessageFates fates;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Known outcomes that the database could not be told; lost with this node, when they become unknown ones. */
  private final Queue<Known> unrecorded = new ConcurrentLinkedQueue<>();

  private record Known(NoticeRow row, Fate fate) {}

  /** Sends, unless the claim has run out: then another node may be about to. */
  void deliver(NoticeRow row) {
    if (clock.instant().isAfter(row.dueAt)) {
      return;
    }
    Optional<SmsRequest> request = request(row);
    if (request.isEmpty()) {
      repository.release(row, NoticeState.DEAD, "notification.unreadable", clock.instant());
    } else if (row.repeats == 0) {
      record(row, Fate.of(sender.send(request.get())));
    } else {
      repeat(row, request.get());
    }
  }

  private void repeat(NoticeRow row, SmsRequest request) {
    Optional<Fate> repeated = again.send(request).map(Fate::of);
    if (repeated.isPresent()) {
      record(row, repeated.get());
    } else {
      // It was not possible: perhaps since the answer to the first came late, and tells.
      Fate first = fates.of(List.of(request.reference())).get(request.reference());
      repository.record(row, Verdict.of(row, first, false, policy(), clock.instant()), clock.instant());
    }
  }

  private Optional<SmsRequest> request(NoticeRow row) {
    Optional<PhoneNumber> phone = secrets.openPhone(row);
    Optional<Map<String, String>> variables = secrets.openVariables(row);
    return phone.isEmpty() || variables.isEmpty() ? Optional.empty()
        : Optional.of(SmsRequest.of(MessageKind.NOTICE, phone.get(), row.template, row.wording, variables.get())
            .referringTo(row.reference()));
  }

  /** What was sent was sent, even if the database is gone meanwhile: it is told when it is back. */
  private void record(NoticeRow row, Fate fate) {
    try {
      judge(row, fate);
    } catch (RuntimeException databaseGone) {
      unrecorded.add(new Known(row, fate));
      throw databaseGone;
    }
  }

  /** Records what follows from what became of a row's message. */
  void judge(NoticeRow row, Fate fate) {
    repository.record(row, Verdict.of(row, fate, again.possible(fate.channel()), policy(), clock.instant()),
        clock.instant());
  }

  /** Records what could not be recorded before. */
  void catchUp() {
    for (Known known = unrecorded.peek(); known != null; known = unrecorded.peek()) {
      judge(known.row(), known.fate());
      unrecorded.remove(known);
    }
  }

  private RetryPolicy policy() {
    return NoticeGroups.policy(settings);
  }
}
