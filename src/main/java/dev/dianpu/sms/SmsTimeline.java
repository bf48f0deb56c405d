package dev.dianpu.sms;

import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything that this room knows of one message. */
@ApplicationScoped
@Transactional
public class SmsTimeline {

  /** So long after a message a reply of its phone is shown with it. */
  private static final Duration REPLIES = Duration.ofDays(7);

  @Inject SmsRepository repository;
  @Inject EventRepository events;
  @Inject SmsSecrets secrets;
  @Inject SmsLog log;

  /**
   * A message.
   *
   * @param reference for whom it was sent; empty for none
   * @param attempts oldest first
   * @param receipts all that came, those that changed nothing included
   * @param replies of its phone, after it
   */
  public record Story(
      long id, Instant at, String maskedPhone, String template, String text, String reference, AttemptState state,
      List<SmsLog.Row> attempts, List<Told> receipts, List<Told> replies) {}

  /**
   * What a gateway told.
   *
   * @param when by the gateway, else when it came
   * @param receivedAt when it came
   * @param good whether it was delivered
   * @param outcome what came of it: the name of a state of the table {@code sms_event}
   */
  public record Told(
      Instant when, Instant receivedAt, String channel, boolean good, String code, String text, String outcome) {}

  /** The story of a message. */
  public Optional<Story> of(long messageId) {
    return repository.message(messageId).map(message -> {
      List<SmsLog.Row> attempts =
          log.ofMessage(messageId).stream().sorted(Comparator.comparing(SmsLog.Row::id)).toList();
      return new Story(message.id, message.createdAt,
          secrets.openPhone(message).map(PhoneNumber::masked).orElse("****"), message.template,
          secrets.openText(message).orElse(""), Optional.ofNullable(message.reference).orElse(""), message.state,
          attempts, events.receipts(attempts.stream().map(SmsLog.Row::id).toList()).stream().map(this::told).toList(),
          events.replies(message.toDigest, message.createdAt, message.createdAt.plus(REPLIES)).stream()
              .map(this::told).toList());
    });
  }

  private Told told(ReceivedEvent event) {
    return new Told(event.when(), event.receivedAt, event.channel, event.good == 1, event.code,
        secrets.openWords(event.digest, event.textSealed), event.outcome.name());
  }

  /** The whole phone of a message, for an admin with the right to see it; whoever asks logs that it was shown. */
  public Optional<PhoneNumber> phone(long messageId) {
    return repository.message(messageId).flatMap(secrets::openPhone);
  }
}
