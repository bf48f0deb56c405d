package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends an SMS: written down first, then sent with no transaction held, through one channel after the other for as long
 * as each surely did not send and for a reason of its own. After an unknown outcome no other channel is tried. A channel
 * that fails for its own reason is left alone for a while, see {@link ChannelPauses}.
 */
@ApplicationScoped
public class SmsSender {

  private static final Logger LOG = Logger.getLogger(SmsSender.class.getName());

  @Inject Channels channels;
  @Inject ChannelPauses pauses;
  @Inject FiledTexts filed;
  @Inject SmsJournal journal;
  @Inject ToldBalances balances;
  @Inject SmsSignature signature;
  @Inject NoTransaction noTransaction;
  @Inject NumberRules numbers;

  /**
   * Sends one message; takes as long as the gateway does.
   *
   * @throws IllegalStateException when the caller holds a transaction
   * @throws IllegalArgumentException when a variable has no value
   */
  public Sent send(SmsRequest request) {
    return send(channels.usable(request.kind(), request.avoidChannel()), request);
  }

  /** The same through one channel alone, even while it is left alone: a success ends that. */
  Sent sendThrough(SmsChannel channel, SmsRequest request) {
    noTransaction.require();
    Optional<Rejected> refused = numbers.refuses(request.to());
    if (refused.isPresent()) {
      return ended(request, refused.get());
    }
    Attempt attempt = journal.begin(request, channel.id());
    SendOutcome outcome = call(channel, message(attempt, request, SmsText.fill(request.wording(), request.variables())));
    end(attempt, outcome);
    return new Sent(attempt.messageId, attempt.channel, outcome);
  }

  /** The same through some channels only, in their order. */
  Sent send(List<SmsChannel> order, SmsRequest request) {
    noTransaction.require();
    Optional<Rejected> refused = numbers.refuses(request.to());
    if (refused.isPresent()) {
      return ended(request, refused.get());
    }
    String text = SmsText.fill(request.wording(), request.variables());
    Attempt attempt = null;
    SendOutcome outcome = null;
    for (SmsChannel channel : order) {
      if (pauses.admits(channel.id())) {
        attempt = next(request, attempt, outcome, channel.id());
        outcome = call(channel, message(attempt, request, text));
        if (!(outcome instanceof Rejected rejected && rejected.cause().ofChannel())) {
          break;
        }
      }
    }
    if (attempt == null) {
      return withoutChannel(order, request, text);
    }
    end(attempt, outcome);
    return new Sent(attempt.messageId, attempt.channel, outcome);
  }

  /** It is not sent at all, through no channel; the journal says why. */
  private Sent ended(SmsRequest request, Rejected why) {
    Attempt attempt = journal.begin(request, "");
    end(attempt, why);
    return new Sent(attempt.messageId, "", why);
  }

  /** No channel, or all of them down: then now and then one message finds out whether one works again. */
  private Sent withoutChannel(List<SmsChannel> order, SmsRequest request, String text) {
    List<String> ids = order.stream().map(SmsChannel::id).toList();
    Optional<SmsChannel> last = pauses.lastResort(ids).flatMap(channels::find);
    Attempt attempt = journal.begin(request, last.map(SmsChannel::id).orElse(""));
    SendOutcome outcome = last.map(channel -> call(channel, message(attempt, request, text)))
        .orElseGet(() -> order.isEmpty() ? refused(Cause.NOT_CONFIGURED, "sms.no-channel")
            // What stopped the first choice, so that a visitor of now reads what one of a minute ago did.
            : refused(pauses.cause(ids).orElse(Cause.UNAVAILABLE), "sms.all-down"));
    end(attempt, outcome);
    return new Sent(attempt.messageId, attempt.channel, outcome);
  }

  private static SendOutcome refused(Cause cause, String explanation) {
    return new Rejected(cause, new GatewayAnswer("", "", "", explanation));
  }

  private Attempt next(SmsRequest request, Attempt failed, SendOutcome outcome, String channel) {
    return failed == null ? journal.begin(request, channel) : journal.failOver(failed, outcome, channel);
  }

  SmsMessage message(Attempt attempt, SmsRequest request, String text) {
    return new SmsMessage(attempt.attemptId, request.to(), text, signature.text(), request.template(),
        request.variables(), filed.of(attempt.channel, request.wording(), request.variables()));
  }

  SendOutcome call(SmsChannel channel, SmsMessage message) {
    return learning(channel, () -> channel.send(message));
  }

  /** Calls a gateway, and learns from the outcome how its channel is doing. */
  SendOutcome learning(SmsChannel channel, Supplier<SendOutcome> call) {
    noTransaction.require();
    SendOutcome outcome = answer(channel, call);
    keep(() -> pauses.learn(channel.id(), outcome), "What the channel " + channel.id() + " taught");
    return outcome;
  }

  private static SendOutcome answer(SmsChannel channel, Supplier<SendOutcome> call) {
    try {
      return call.get();
    } catch (RuntimeException broken) {
      // A channel must not throw; if it does, the request may have left.
      LOG.log(Level.SEVERE, "The channel {0} threw {1} instead of returning an outcome",
          new Object[] {channel.id(), broken.getClass().getName()});
      return new SendOutcome.Unknown(
          new GatewayAnswer("", broken.getClass().getSimpleName(), "", "sms.channel-failed"));
    }
  }

  void end(Attempt attempt, SendOutcome outcome) {
    end(attempt, outcome, () -> journal.end(attempt, outcome));
  }

  /** Keeps the outcome of attempts that left in one call. */
  void end(List<Attempt> attempts, SendOutcome outcome) {
    end(attempts.get(0), outcome, () -> journal.end(attempts, outcome));
  }

  private void end(Attempt first, SendOutcome outcome, Runnable written) {
    // If that fails the rows become UNKNOWN by themselves.
    keep(written, "The outcome of SMS attempt " + first.attemptId);
    keep(() -> balances.learn(first.channel, outcome), "The balance of the channel " + first.channel);
  }

  /** What was sent was sent: the caller learns the outcome, even if the database is gone meanwhile. */
  private static void keep(Runnable step, String what) {
    try {
      step.run();
    } catch (RuntimeException notKept) {
      LOG.log(Level.WARNING, what + " could not be kept", notKept);
    }
  }
}
