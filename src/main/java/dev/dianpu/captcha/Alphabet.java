package dev.dianpu.captcha;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The letters and digits of captchas: none that is mistaken for another when bent, such as 0 and O, 1 and I, E and F,
 * and 4 and A, which was the most frequent mistake when samples were read.
 */
final class Alphabet {

  /** Each one has its outlines in glyphs.txt. */
  static final String LETTERS = "ACEHKMNPRTUWXY2369";

  private static final int LENGTH = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Alphabet() {}

  /** A new word to show. */
  static String word() {
    return word(RANDOM);
  }

  static String word(RandomGenerator random) {
    StringBuilder word = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  /** What was typed, as the word is written: capitals, without spaces, full-width letters of an IME made plain. */
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }
}
