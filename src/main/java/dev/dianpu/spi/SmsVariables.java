package dev.dianpu.spi;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables in the wording of an SMS: <code>{$name}</code>, as in the original plugin. */
public final class SmsVariables {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\$([a-z][a-z0-9_]*)}");

  private SmsVariables() {}

  /** What stands in a wording in the place of a variable. */
  @FunctionalInterface
  public interface Replacement {
    /**
     * The text in the place of a variable.
     *
     * @param number counts the places, from 1
     * @param name of the variable
     */
    String of(int number, String name);
  }

  /** A wording with each variable replaced. */
  public static String replaced(String wording, Replacement replacement) {
    Matcher variables = VARIABLE.matcher(wording);
    StringBuilder text = new StringBuilder();
    for (int number = 1; variables.find(); number++) {
      variables.appendReplacement(text, Matcher.quoteReplacement(replacement.of(number, variables.group(1))));
    }
    return variables.appendTail(text).toString();
  }

  /** The names of the variables of a wording, in the order in which they stand, each as often as it stands. */
  public static List<String> names(String wording) {
    return VARIABLE.matcher(wording).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
