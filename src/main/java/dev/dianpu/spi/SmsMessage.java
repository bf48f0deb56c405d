package dev.dianpu.spi;

import java.util.Map;
import java.util.Objects;

/**
 * One SMS to one phone.
 *
 * @param attemptId ours, unique for ever, {@code [A-Za-z0-9]{1,32}}: for gateways that refuse a repeated id
 * @param to the phone
 * @param text the whole wording, variables filled in, without the signature
 * @param signature the shop's signature without its brackets 【】
 * @param template name of the text, such as {@code register}: for gateways that want a template's number
 * @param variables the values that were filled in: for gateways that fill in by themselves
 */
public record SmsMessage(
    String attemptId, PhoneNumber to, String text, String signature, String template, Map<String, String> variables) {

  public SmsMessage {
    Objects.requireNonNull(attemptId);
    Objects.requireNonNull(to);
    Objects.requireNonNull(text);
    Objects.requireNonNull(signature);
    Objects.requireNonNull(template);
    variables = Map.copyOf(variables);
  }

  /** Without phone, text and variables, so that none of them reaches a log by accident. */
  @Override
  public String toString() {
    return "SmsMessage[" + attemptId + ", " + template + "]";
  }
}
