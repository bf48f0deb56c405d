package dev.dianpu.sms;

import dev.dianpu.spi.SmsVariables;
import java.util.Map;

/**
 * The wording of an SMS as a phone gets it: text and signature.
 *
 * @param text variables filled in
 * @param signature without its brackets 【】; empty for none
 */
public record SmsText(String text, String signature) {

  /** Up to so many characters fit into one SMS that holds Chinese. */
  public static final int ONE_PART = 70;
  /** In a longer text each part holds so many, since its header takes three. */
  public static final int EACH_PART = 67;

  private static final int BRACKETS = 2;

  /**
   * A text with its variables filled in.
   *
   * @throws IllegalArgumentException when there is no value for one of them; the message names it
   */
  public static String fill(String wording, Map<String, String> values) {
    return SmsVariables.replaced(wording, (number, name) -> {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("There is no value for {$" + name + "}.");
      }
      return value;
    });
  }

  /** The wording as gateways want it filed: every variable written {@code {变量}}. */
  public static String filing(String wording) {
    return SmsVariables.replaced(wording, (number, name) -> "{变量}");
  }

  /** Characters including the signature with its brackets, counted as SMS does: an emoji counts two. */
  public int length() {
    return text.length() + (signature.isEmpty() ? 0 : signature.length() + BRACKETS);
  }

  /** How many SMS it takes, each of which is paid for. */
  public int parts() {
    int length = length();
    return length <= ONE_PART ? 1 : (length + EACH_PART - 1) / EACH_PART;
  }
}
