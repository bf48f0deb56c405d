package dev.dianpu.sms;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the journal must not show: phones, and codes in texts. */
@ApplicationScoped
class SmsSecrets {

  /** Variables whose value is hidden before a text is kept at all. */
  private static final Set<String> SECRET = Set.of("verify_code");
  private static final String HIDDEN = "••••••";
  private static final String PHONE = "sms-phone";
  private static final String EVENT = "sms-event";
  private static final String TEXT = "sms-text";
  private static final int ATTEMPT_ID_BYTES = 16;

  @Inject SecretBox box;

  byte[] digest(PhoneNumber phone) {
    return box.digest("phone", phone.e164());
  }

  String sealPhone(PhoneNumber phone) {
    return box.seal(PHONE, context(digest(phone)), phone.e164());
  }

  Optional<PhoneNumber> openPhone(Message message) {
    return openPhone(message.toDigest, message.toSealed);
  }

  /** Seals the wording as the journal shows it: a code is not in it, not even sealed. */
  String sealText(PhoneNumber phone, String wording, Map<String, String> variables) {
    Map<String, String> shown = new HashMap<>(variables);
    shown.replaceAll((name, value) -> SECRET.contains(name) ? HIDDEN : value);
    String text = SmsText.fill(wording, shown);
    for (String name : SECRET) {
      String value = variables.getOrDefault(name, "");
      text = value.isEmpty() ? text : text.replace(value, HIDDEN);
    }
    return box.seal(TEXT, context(digest(phone)), text);
  }

  Optional<String> openText(Message message) {
    return box.open(TEXT, context(message.toDigest), message.textSealed);
  }

  /** A phone that stands beside its digest. */
  Optional<PhoneNumber> openPhone(byte[] digest, String sealed) {
    return box.open(PHONE, context(digest), sealed).map(PhoneNumber::new);
  }

  /** Tells events apart by what they say; each part with its length, so that no two read the same. */
  byte[] eventDigest(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part.length()).append(':').append(part);
    }
    return box.digest("sms-event", all.toString());
  }

  String sealWords(byte[] event, String words) {
    return box.seal(EVENT, context(event), words);
  }

  /** Words of an event; empty if it has none. */
  String openWords(byte[] event, String sealed) {
    return sealed.isEmpty() ? "" : box.open(EVENT, context(event), sealed).orElse("");
  }

  /** A new id of an attempt: 32 of 0-9 and a-f. */
  String attemptId() {
    return HexFormat.of().formatHex(java.util.Base64.getUrlDecoder().decode(box.token(ATTEMPT_ID_BYTES)));
  }

  private static String context(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
