package dev.dianpu.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A channel whose gateway takes one text for many phones in one call. */
public interface SmsBulkSender extends SmsChannel {

  /** How many phones one call takes at most. */
  int mostNumbers();

  /**
   * Sends one text to many phones: the request arrives at the gateway exactly once or not at all.
   *
   * @return the outcome of the whole call; {@link SendOutcome.Accepted#gatewayId} names all of its SMS, which receipts tell
   *     apart by the phone
   */
  SendOutcome sendToMany(BulkSms message);

  /**
   * One text to many phones. The components are those of {@link SmsMessage}.
   *
   * @param to at least one, at most {@link #mostNumbers()}
   */
  record BulkSms(
      String attemptId, List<PhoneNumber> to, String text, String signature, String template,
      Map<String, String> variables, Optional<SmsMessage.Filed> filed) {
    public BulkSms {
      Objects.requireNonNull(attemptId);
      Objects.requireNonNull(text);
      Objects.requireNonNull(signature);
      Objects.requireNonNull(template);
      Objects.requireNonNull(filed);
      to = List.copyOf(to);
      variables = Map.copyOf(variables);
      if (to.isEmpty()) {
        throw new IllegalArgumentException("an SMS to nobody");
      }
    }

    /** Without phones, text and variables, so that none of them reaches a log by accident. */
    @Override
    public String toString() {
      return "BulkSms[" + attemptId + ", " + to.size() + " phones]";
    }
  }
}
