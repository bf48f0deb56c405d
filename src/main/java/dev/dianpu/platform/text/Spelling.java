package dev.dianpu.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** One form for the many ways to spell a name, and what a name must not hide. */
public final class Spelling {

  /** Drawn as nothing or as a blank, though Unicode counts them as letters, marks or symbols. */
  private static final Set<Integer> BLANKS =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  private Spelling() {}

  /** As names are stored and looked up: NFKC, so that a full-width letter is the letter; no blanks around it. */
  public static String stored(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }

  /**
   * Equal for all spellings that a person, or the database's comparison, may take for the same name: without width, case,
   * accents and what cannot be seen. For comparing only.
   */
  public static String folded(String typed) {
    // Upper case first: it makes one letter of those that differ in lower case only, such as the dotless i.
    String oneCase = stored(typed).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    StringBuilder bare = new StringBuilder();
    Normalizer.normalize(oneCase, Normalizer.Form.NFKD).codePoints()
        .filter(c -> !isMark(c) && !isInvisible(c)).forEach(bare::appendCodePoint);
    return stored(bare.toString());
  }

  /** Whether something in it cannot be seen, such as a character that turns the direction of writing. */
  public static boolean hidesSomething(String text) {
    return text.codePoints().anyMatch(Spelling::isInvisible);
  }

  /** For showing what a stranger typed: at most so many characters, a sign in place of each that cannot be seen. */
  public static String visible(String typed, int most) {
    StringBuilder shown = new StringBuilder();
    typed.codePoints().limit(most).map(c -> isInvisible(c) ? 0xFFFD : c).forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED || BLANKS.contains(c);
  }
}
