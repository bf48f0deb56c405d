package dev.dianpu.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One SMS to one phone.
 *
 * @param attemptId ours, unique for ever, {@code [A-Za-z0-9]{1,32}}: for gateways that refuse a repeated id
 * @param to the phone
 * @param text the whole wording, variables filled in, without the signature
 * @param signature the shop's signature without its brackets 【】
 * @param template name of the text, such as {@code register}: for gateways that want a template's number
 * @param variables the values that were filled in: for gateways that fill in by themselves
 * @param filed the template filed with the channel's gateway that this wording is; empty when none is
 */
public record SmsMessage(
    String attemptId, PhoneNumber to, String text, String signature, String template, Map<String, String> variables,
    Optional<Filed> filed) {

  /**
   * A template that the gateway approved.
   *
   * @param templateId the gateway's number or name of it
   * @param values of its variables, in the order in which they stand in the wording
   */
  public record Filed(String templateId, List<String> values) {
    public Filed {
      Objects.requireNonNull(templateId);
      values = List.copyOf(values);
    }

    /** Without values, which may be codes. */
    @Override
    public String toString() {
      return "Filed[" + templateId + "]";
    }
  }

  /** A message whose wording is filed with no gateway. */
  public SmsMessage(
      String attemptId, PhoneNumber to, String text, String signature, String template, Map<String, String> variables) {
    this(attemptId, to, text, signature, template, variables, Optional.empty());
  }

  public SmsMessage {
    Objects.requireNonNull(attemptId);
    Objects.requireNonNull(to);
    Objects.requireNonNull(text);
    Objects.requireNonNull(signature);
    Objects.requireNonNull(template);
    Objects.requireNonNull(filed);
    variables = Map.copyOf(variables);
  }

  /** Without phone, text and variables, so that none of them reaches a log by accident. */
  @Override
  public String toString() {
    return "SmsMessage[" + attemptId + ", " + template + "]";
  }
}
