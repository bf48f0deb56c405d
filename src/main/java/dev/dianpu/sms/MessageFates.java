package dev.dianpu.sms;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of messages, for those who had them sent and may have died before they learnt it. */
@ApplicationScoped
public class MessageFates {

  @Inject SmsRepository repository;
  @Inject ReceiptRepository receipts;
  @Inject SmsSecrets secrets;
  @Inject Clock clock;

  /**
   * A receipt says that a message arrived which no answer of the gateway has confirmed. Fired in the transaction that writes it
   * down.
   *
   * @param reference of the message
   */
  public record Confirmed(String reference) {}

  /**
   * What became of a message.
   *
   * @param channel of its newest attempt
   * @param state of that attempt
   * @param cause the name of a {@link dev.dianpu.spi.SendOutcome.Cause}; empty unless rejected
   * @param explanation key of the texts {@code .cause} and {@code .remedy}; empty on success
   */
  public record Fate(long messageId, String channel, AttemptState state, String cause, String explanation) {

    /** Of a message that was sent just now. */
    public static Fate of(Sent sent) {
      String cause = sent.outcome() instanceof Rejected rejected ? rejected.cause().name() : "";
      return new Fate(sent.messageId(), sent.channel(), AttemptState.of(sent.outcome()), cause,
          sent.outcome().answer().explanation());
    }
  }

  /** Whether a receipt says that the newest SMS to this phone arrived, and that it went through this channel. */
  @Transactional
  public boolean delivered(PhoneNumber phone, String channel) {
    return receipts.newestTo(secrets.digest(phone), clock.instant())
        .filter(attempt -> attempt.channel.equals(channel) && attempt.receipt.equals(Attempt.DELIVERED)).isPresent();
  }

  /** Of the messages with these references; one without a message has none. */
  public Map<String, Fate> of(Collection<String> references) {
    return references.isEmpty() ? Map.of() : repository.newest(references).stream()
        .collect(Collectors.toMap(entry -> entry.message().reference, entry -> fate(entry.attempt()), (a, b) -> a));
  }

  /** The newest attempt tells: the message's own state is that of the newest one that has ended. */
  private static Fate fate(Attempt attempt) {
    return new Fate(attempt.messageId, attempt.channel, attempt.state, attempt.cause, attempt.explanation);
  }
}
