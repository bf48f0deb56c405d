package dev.dianpu.registration;

import java.util.List;

/**
 * What is wrong in the form.
 *
 * @param field beside which it is shown
 * @param text key of a text that says what to do
 * @param arguments of the text
 */
public record Mistake(String field, String text, List<Object> arguments) {

  public Mistake(String field, String text, Object... arguments) {
    this(field, text, List.of(arguments));
  }
}
