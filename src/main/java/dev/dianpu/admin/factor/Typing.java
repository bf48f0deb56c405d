package dev.dianpu.admin.factor;

import java.text.Normalizer;
import java.util.Locale;

/** Codes as people type them. */
final class Typing {

  private static final int LONGEST = 64;

  private Typing() {}

  /** Without spaces and hyphens, full-width characters made plain, lower case. */
  static String plain(String typed) {
    String bounded = typed.length() > LONGEST ? "" : typed;
    return Normalizer.normalize(bounded, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}]", "").toLowerCase(Locale.ROOT);
  }
}
