package dev.dianpu.spi;

import java.util.List;

/**
 * Why a value cannot be saved.
 *
 * @param key the setting beside which it is shown
 * @param message key of a text that says what to do
 * @param arguments for the text's places <code>{0}</code>, <code>{1}</code>, …
 */
public record SettingProblem(String key, String message, List<Object> arguments) {

  public SettingProblem(String key, String message, Object... arguments) {
    this(key, message, List.of(arguments));
  }
}
