package dev.dianpu.install;

import java.util.List;

/**
 * One thing that was looked at before installing. Its name is the text {@code install.check.<id>}.
 *
 * @param id what was looked at
 * @param level how it stands
 * @param message key of the text that says what was found and, unless green, the remedy
 * @param arguments for the text's places
 */
public record Check(String id, Level level, String message, List<Object> arguments) {

  /** How it stands. */
  public enum Level {
    GREEN,
    /** Works, but somebody should know. */
    AMBER,
    /** The shop cannot be installed like this. */
    RED
  }

  static Check of(String id, Level level, String message, Object... arguments) {
    return new Check(id, level, "install.check." + id + '.' + message, List.of(arguments));
  }
}
