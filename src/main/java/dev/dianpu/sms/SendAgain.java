package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SmsChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Sends a message of unknown outcome once more, through the same channel and under the same id, where the gateway takes
 * each id only once: so it reaches the phone at most once, and what became of it is known at last.
 */
@ApplicationScoped
public class SendAgain {

  /** Gateways forget ids with the day, by their clocks, which may be wrong by this much. */
  private static final ZoneId GATEWAYS = ZoneId.of("Asia/Shanghai");
  private static final Duration WRONG_CLOCK = Duration.ofMinutes(15);

  @Inject Channels channels;
  @Inject SmsSender sender;
  @Inject SmsRepository repository;
  @Inject NoTransaction noTransaction;
  @Inject Clock clock;

  /** Whether this channel's gateway takes each id only once. */
  public boolean possible(String channel) {
    return channels.find(channel).filter(SmsChannel::dedupes).isPresent();
  }

  /**
   * Sends it again.
   *
   * @param request as it was sent, with its reference
   * @return empty when that is not possible: the gateway may have forgotten the id, the channel is gone, or the outcome is
   *     known or still being waited for. Nothing was sent then
   */
  public Optional<Sent> send(SmsRequest request) {
    noTransaction.require();
    return repository.newest(List.of(request.reference())).stream().map(SmsRepository.Entry::attempt).findFirst()
        .filter(attempt -> attempt.state == AttemptState.UNKNOWN && remembered(attempt.startedAt))
        .flatMap(attempt -> channels.find(attempt.channel).filter(SmsChannel::dedupes)
            .map(channel -> send(channel, attempt, request)));
  }

  private Sent send(SmsChannel channel, Attempt attempt, SmsRequest request) {
    // For how long the gateway takes this time; the row keeps when it began.
    attempt.startedAt = clock.instant();
    SendOutcome outcome = sender.call(channel,
        sender.message(attempt, request, SmsText.fill(request.wording(), request.variables())));
    if (outcome instanceof SendOutcome.Rejected) {
      // It says that this request sent nothing, and nothing of the first one: that stays unknown.
      outcome = new SendOutcome.Unknown(outcome.answer());
    }
    sender.end(attempt, outcome);
    return new Sent(attempt.messageId, attempt.channel, outcome);
  }

  private boolean remembered(Instant first) {
    Instant latest = clock.instant().plus(WRONG_CLOCK);
    return latest.atZone(GATEWAYS).toLocalDate().equals(first.minus(WRONG_CLOCK).atZone(GATEWAYS).toLocalDate());
  }
}
