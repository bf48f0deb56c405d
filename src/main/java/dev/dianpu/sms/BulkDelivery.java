package dev.dianpu.sms;

import dev.dianpu.sms.MessageFates.Fate;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SmsBulkSender;
import dev.dianpu.spi.SmsBulkSender.BulkSms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends one text to claimed phones with no transaction held: in one call where the gateway takes many, else one by one. A
 * call that is refused as a whole, perhaps for one number of it, sent nothing: its phones are then tried one by one, or
 * later together if the reason passes by itself.
 */
@ApplicationScoped
class BulkDelivery {

  static final String TEMPLATE = "bulk";
  /** So many phones share a call at most. */
  static final int CHUNK = 200;

  /** What passes by itself; other refusals need the owner. */
  private static final Set<Cause> PASSING = EnumSet.of(Cause.UNAVAILABLE, Cause.THROTTLED);
  private static final int MOST_TRIES = 6;
  private static final Duration WAIT = Duration.ofSeconds(60);

  @Inject BulkRepository repository;
  @Inject Channels channels;
  @Inject ChannelPauses pauses;
  @Inject FiledTexts filed;
  @Inject SmsJournal journal;
  @Inject SmsSender sender;
  @Inject SmsSignature signature;
  @Inject SmsSecrets secrets;
  @Inject Clock clock;

  /** The channel for calls to many: the first that would be tried, if its gateway takes many. */
  Optional<SmsBulkSender> forMany() {
    return channels.usable(MessageKind.NOTICE, "").stream().findFirst().filter(SmsBulkSender.class::isInstance)
        .map(SmsBulkSender.class::cast);
  }

  /** Whether these phones may share a call now; after a pause of the channel that call is its probe. */
  boolean mayShare(SmsBulkSender channel) {
    return pauses.admits(channel.id());
  }

  /** Whether a phone needs a message of its own, since a call to many was refused for a reason that stays. */
  static boolean single(BulkPhone phone) {
    return phone.tries > 0 && !passes(phone.cause);
  }

  private static boolean passes(String cause) {
    return PASSING.contains(Cause.valueOf(cause));
  }

  /** One call for all these phones, of one bulk. */
  void together(SmsBulkSender channel, String text, List<BulkPhone> phones) {
    List<SmsRequest> requests = phones.stream().map(phone -> request(phone, text)).toList();
    List<Attempt> attempts = journal.begin(requests, channel.id());
    BulkSms sms = new BulkSms(attempts.get(0).attemptId, requests.stream().map(SmsRequest::to).toList(), text,
        signature.text(), TEMPLATE, Map.of(), filed.of(channel.id(), text, Map.of()));
    SendOutcome outcome = sender.learning(channel, () -> channel.sendToMany(sms));
    sender.end(attempts, outcome);
    boolean alone = outcome instanceof SendOutcome.Rejected rejected && rejected.cause() != Cause.TEXT
        && !PASSING.contains(rejected.cause());
    for (int i = 0; i < phones.size(); i++) {
      Fate fate = Fate.of(new Sent(attempts.get(i).messageId, channel.id(), outcome));
      if (alone) {
        repository.record(phones.get(i), BulkState.QUEUED, phones.get(i).tries + 1, fate, clock.instant());
      } else {
        record(phones.get(i), fate);
      }
    }
  }

  /** One message for one phone, through all channels if need be. */
  void alone(String text, BulkPhone phone) {
    record(phone, Fate.of(sender.send(request(phone, text))));
  }

  private SmsRequest request(BulkPhone phone, String text) {
    PhoneNumber to = secrets.openPhone(phone.toDigest, phone.toSealed)
        .orElseThrow(() -> new IllegalStateException("the phone of bulk row " + phone.id + " cannot be opened"));
    return SmsRequest.of(MessageKind.NOTICE, to, TEMPLATE, text, Map.of()).referringTo(phone.reference());
  }

  /** What follows from what became of a phone's message. */
  void record(BulkPhone phone, Fate fate) {
    Instant now = clock.instant();
    switch (fate.state()) {
      case ACCEPTED -> repository.record(phone, BulkState.ACCEPTED, phone.tries, fate, now);
      case UNKNOWN -> repository.record(phone, BulkState.UNKNOWN, phone.tries, fate, now);
      case REJECTED -> {
        int tries = phone.tries + 1;
        boolean again = passes(fate.cause()) && tries < MOST_TRIES;
        repository.record(phone, again ? BulkState.QUEUED : BulkState.REJECTED, tries, fate,
            again ? now.plus(WAIT.multipliedBy(1L << (tries - 1))) : now);
      }
      case SENDING -> throw new IllegalStateException("nothing is known yet of message " + fate.messageId());
    }
  }
}
