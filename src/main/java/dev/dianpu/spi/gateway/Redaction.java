package dev.dianpu.spi.gateway;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SmsBulkSender.BulkSms;
import dev.dianpu.spi.SmsMessage;
import java.util.ArrayList;
import java.util.Collection;
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
  /** Any number long enough to be a phone; shorter ones are amounts, dates and codes of the gateway, which help. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{11,}");
  /** A mobile phone with blanks, dots or hyphens in it. */
  private static final Pattern SPACED_PHONE =
      Pattern.compile("(?<!\\d)(?:(?:\\+|00)?86[ .-]?)?1[3-9]\\d[ .-]?\\d{4}[ .-]?\\d{4}(?!\\d)");
  /** What may be a code inside the text of a message, wherever else it comes back. */
  private static final Pattern CODE = Pattern.compile("\\d{4,}");
  private static final Pattern SIGNED_TEXT = Pattern.compile("(?is)(StringToSign\\s*:).*");

  private final List<String> secrets;
  private final List<String> phones;

  private Redaction(List<String> secrets, List<String> phones) {
    this.secrets = secrets;
    this.phones = phones;
  }

  /**
   * For the answer to one message.
   *
   * @param message its phone, text and variables are hidden
   * @param secrets keys and codes of the channel, hidden too; blank ones are ignored
   */
  public static Redaction of(SmsMessage message, String... secrets) {
    return of(List.of(message.to()), message.text(), message.variables().values(), secrets);
  }

  /**
   * For the answer to one message to many phones.
   *
   * @param message its phones, text and variables are hidden
   * @param secrets as for one message
   */
  public static Redaction of(BulkSms message, String... secrets) {
    return of(message.to(), message.text(), message.variables().values(), secrets);
  }

  /** For an answer to something else than a message. */
  public static Redaction of(String... secrets) {
    return of(List.of(), "", List.of(), secrets);
  }

  private static Redaction of(List<PhoneNumber> to, String text, Collection<String> variables, String... secrets) {
    List<String> hidden = new ArrayList<>(List.of(secrets));
    to.forEach(phone -> hidden.addAll(List.of(phone.e164(), phone.national())));
    hidden.add(text);
    CODE.matcher(text).results().forEach(code -> hidden.add(code.group()));
    hidden.addAll(variables);
    hidden.removeIf(secret -> secret.strip().length() < 3);
    // Longest first: a code inside the text must not be cut out before the text is found.
    hidden.sort(Comparator.comparingInt(String::length).reversed());
    return new Redaction(hidden, to.stream().map(PhoneNumber::national).toList());
  }

  /** The gateway's text without anything secret, in one line of at most 255 characters. */
  public String text(String said) {
    String clean = SIGNED_TEXT.matcher(said).replaceFirst("$1 " + HIDDEN);
    for (String secret : secrets) {
      clean = clean.replace(secret, HIDDEN);
    }
    clean = SPACED_PHONE.matcher(clean).replaceAll(HIDDEN);
    clean = LONG_NUMBER.matcher(clean).replaceAll(HIDDEN);
    return cut(line(clean), LONGEST);
  }

  /**
   * An id or a code of the gateway, in one line of at most {@code most} characters. Only the phone is hidden: receipts
   * name the id, and a code of a few digits would be found in it by chance.
   */
  public String id(String said, int most) {
    String clean = said;
    for (String phone : phones) {
      clean = clean.replace(phone, HIDDEN);
    }
    return cut(line(clean), most);
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
