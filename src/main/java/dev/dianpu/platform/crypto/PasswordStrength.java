package dev.dianpu.platform.crypto;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;

/** How soon a password would be guessed, by the dictionaries and habits that zxcvbn knows. */
public final class PasswordStrength {

  /** zxcvbn's time grows with the square of the length; what comes later can only make a password stronger. */
  private static final int MEASURED = 50;

  private static final Zxcvbn LIBRARY = new Zxcvbn();

  private PasswordStrength() {}

  /**
   * The strength.
   *
   * @param own words that a guesser would try first, such as the user name
   * @return from 0 (under a thousand guesses) to 4 (ten thousand million and more)
   */
  public static int of(String password, List<String> own) {
    String measured = password.length() > MEASURED ? password.substring(0, MEASURED) : password;
    return LIBRARY.measure(measured, own.stream().filter(word -> !word.isEmpty()).toList()).getScore();
  }
}
