package dev.dianpu.sms;

import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Which replies mean "no more advertising". */
@ApplicationScoped
class OptOutWords {

  /** What people are usually told to reply. */
  static final String DEFAULT = "TD T 退订 退 回T 回TD 回复T 回复TD R N";

  @Inject Settings settings;

  /** Whether the reply is one of the words and nothing else: "不要退订" is not. */
  boolean matches(String reply) {
    String plain = plain(reply);
    return !plain.isEmpty() && Arrays.stream(settings.text(SmsGroups.OPT_OUT_WORDS).split("[\\s,，、;；]+"))
        .map(OptOutWords::plain).anyMatch(plain::equals);
  }

  /** Capital letters, half width, without blanks and signs around it. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\p{P}\\p{S}\\p{Cf}]+", "");
  }
}
