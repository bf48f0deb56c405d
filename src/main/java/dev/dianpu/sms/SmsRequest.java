package dev.dianpu.sms;

import dev.dianpu.spi.PhoneNumber;
import java.util.Map;
import java.util.Objects;

/**
 * One message to be sent.
 *
 * @param kind chooses the order of the channels
 * @param to the phone
 * @param template the text's name, such as {@code register}
 * @param wording with its variables <code>{$name}</code>, without the signature
 * @param variables a value for each of them
 * @param avoidChannel a channel to try last, because it may have failed this phone; empty for none
 * @param reference for whom it is sent, at most 40 characters: a second message of the same reference is refused by the
 *     database; empty for none
 */
public record SmsRequest(
    MessageKind kind, PhoneNumber to, String template, String wording, Map<String, String> variables,
    String avoidChannel, String reference) {

  public SmsRequest {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(to);
    Objects.requireNonNull(template);
    Objects.requireNonNull(avoidChannel);
    Objects.requireNonNull(reference);
    variables = Map.copyOf(variables);
  }

  /** A message that may go through every channel and is referred to by nobody. */
  public static SmsRequest of(
      MessageKind kind, PhoneNumber to, String template, String wording, Map<String, String> variables) {
    return new SmsRequest(kind, to, template, wording, variables, "", "");
  }

  /** The same, a channel being tried last. */
  public SmsRequest avoiding(String channel) {
    return new SmsRequest(kind, to, template, wording, variables, channel, reference);
  }

  /** The same, for somebody who must get it once. */
  public SmsRequest referringTo(String who) {
    return new SmsRequest(kind, to, template, wording, variables, avoidChannel, who);
  }

  /** Without text and variables. */
  @Override
  public String toString() {
    return "SmsRequest[" + kind + ", " + template + ", " + to + "]";
  }
}
