package dev.dianpu.sms;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends an SMS: written down first, then sent with no transaction held, through one channel after the other for as long
 * as each surely did not send and for a reason of its own. After an unknown outcome no other channel is tried.
 */
@ApplicationScoped
public class SmsSender {

  private static final Logger LOG = Logger.getLogger(SmsSender.class.getName());

  @Inject Channels channels;
  @Inject SmsJournal journal;
  @Inject SmsSignature signature;
  @Inject NoTransaction noTransaction;

  /**
   * Sends one message; takes as long as the gateway does.
   *
   * @param template the text's name, such as {@code register}
   * @param wording with its variables <code>{$name}</code>, without the signature
   * @param variables a value for each of them
   * @param avoidChannel a channel to try last, because it may have failed this phone; empty for none
   * @throws IllegalStateException when the caller holds a transaction
   * @throws IllegalArgumentException when a variable has no value
   */
  public Sent send(
      PhoneNumber to, String template, String wording, Map<String, String> variables, String avoidChannel) {
    return send(channels.usable(avoidChannel), to, template, wording, variables);
  }

  /** The same through some channels only, in their order. */
  Sent send(
      List<SmsChannel> order, PhoneNumber to, String template, String wording, Map<String, String> variables) {
    noTransaction.require();
    String text = SmsText.fill(wording, variables);
    if (order.isEmpty()) {
      SendOutcome none = new Rejected(Cause.NOT_CONFIGURED, new GatewayAnswer("", "", "", "sms.no-channel"));
      Attempt attempt = journal.begin(to, template, wording, variables, "");
      journal.end(attempt, none);
      return new Sent(attempt.messageId, "", none);
    }
    Attempt attempt = journal.begin(to, template, wording, variables, order.get(0).id());
    for (int next = 1; ; next++) {
      SmsChannel channel = order.get(next - 1);
      SendOutcome outcome = call(channel,
          new SmsMessage(attempt.attemptId, to, text, signature.text(), template, variables));
      if (next == order.size() || !(outcome instanceof Rejected rejected && rejected.cause().ofChannel())) {
        end(attempt, outcome);
        return new Sent(attempt.messageId, channel.id(), outcome);
      }
      attempt = journal.failOver(attempt, outcome, order.get(next).id());
    }
  }

  private SendOutcome call(SmsChannel channel, SmsMessage message) {
    noTransaction.require();
    try {
      return channel.send(message);
    } catch (RuntimeException broken) {
      // A channel must not throw; if it does, the request may have left.
      LOG.log(Level.SEVERE, "The channel {0} threw {1} instead of returning an outcome",
          new Object[] {channel.id(), broken.getClass().getName()});
      return new SendOutcome.Unknown(
          new GatewayAnswer("", broken.getClass().getSimpleName(), "", "sms.channel-failed"));
    }
  }

  private void end(Attempt attempt, SendOutcome outcome) {
    try {
      journal.end(attempt, outcome);
    } catch (RuntimeException notKept) {
      // What was sent was sent: the caller learns the outcome, and the row becomes UNKNOWN by itself.
      LOG.log(Level.WARNING, "The outcome of SMS attempt " + attempt.attemptId + " could not be kept", notKept);
    }
  }
}
