package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SmsMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes what must not be stored or logged out of a gateway's words. Gateways repeat what they were sent: the Aliyun
 * gateway answers a wrong signature with the whole signed text, phone and code in it.
 */
public final class Redaction {

  /** As many characters as {@code SendOutcome.GatewayAnswer} keeps. */
  private static final int LONGEST = 255;
  private static final String HIDDEN = "****";
  /** A phone, and any other number long enough to be one or a code. */
  private static final Pattern DIGITS = Pattern.compile("\\d{4,}");
  private static final Pattern SIGNED_TEXT = Pattern.compile("(?is)(StringToSign\\s*:).*");

  private final List<String> secrets;
  private final String phone;

  private Redaction(List<String> secrets, String phone) {
    this.secrets = secrets;
    this.phone = phone;
  }

  /** For the answer to a call that is about no message; blank secrets are ignored. */
  public static Redaction ofSecrets(String... secrets) {
    return new Redaction(hiding(new ArrayList<>(List.of(secrets))), "");
  }

  /**
   * For the answer to one message.
   *
   * @param message its phone, text and variables are hidden
   * @param secrets keys and codes of the channel, hidden too; blank ones are ignored
   */
  public static Redaction of(SmsMessage message, String... secrets) {
    List<String> hidden = new ArrayList<>(List.of(secrets));
    hidden.add(message.to().e164());
    hidden.add(message.to().national());
    hidden.add(message.text());
    hidden.addAll(message.variables().values());
    return new Redaction(hiding(hidden), message.to().national());
  }

  /** Longest first: a code inside the text must not be cut out before the text is found. */
  private static List<String> hiding(List<String> secrets) {
    secrets.removeIf(secret -> secret.strip().length() < 3);
    secrets.sort(Comparator.comparingInt(String::length).reversed());
    return secrets;
  }

  /** The gateway's text without anything secret, in one line of at most 255 characters. */
  public String text(String said) {
    String clean = SIGNED_TEXT.matcher(said).replaceFirst("$1 " + HIDDEN);
    for (String secret : secrets) {
      clean = clean.replace(secret, HIDDEN);
    }
    clean = DIGITS.matcher(clean).replaceAll(HIDDEN);
    return cut(line(clean), LONGEST);
  }

  /**
   * An id or a code of the gateway, in one line of at most {@code most} characters. Only the phone is hidden: receipts
   * name the id, and a code of a few digits would be found in it by chance.
   */
  public String id(String said, int most) {
    return cut(line(phone.isEmpty() ? said : said.replace(phone, HIDDEN)), most);
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
