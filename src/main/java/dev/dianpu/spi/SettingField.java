package dev.dianpu.spi;

import java.util.List;
import java.util.Objects;

/**
 * One setting, described as data: the store settings page renders, checks and stores it from this alone.
 *
 * <p>Texts by convention, in the bundle of whoever describes the field: label {@code setting.<key>}, help (optional)
 * {@code setting.<key>.help}, a choice's label {@code setting.<key>.<choice>}, unit {@code unit.<unit>}.
 *
 * @param key {@code <group>.<name>}, lower case, words joined by {@code -}, at most 80 characters
 * @param type how it is entered, checked and stored
 * @param defaultValue the value while nothing was saved; for a switch {@code true} or {@code false}
 * @param required a blank value is refused
 * @param min smallest number, or fewest characters of a text
 * @param max largest number, or most characters of a text
 * @param unit for {@link Type#NUMBER}: {@code seconds}, {@code minutes}, {@code times}, …; empty for none
 * @param choices for {@link Type#CHOICE}: the values in their order
 * @param variables for {@link Type#SMS_TEXT}: the names usable as <code>{$name}</code> in it
 * @param pattern a regular expression that a non-blank text must match as a whole; empty for none. Its refusal is worded
 *     {@code setting.<key>.pattern}
 */
public record SettingField(
    String key,
    Type type,
    String defaultValue,
    boolean required,
    long min,
    long max,
    String unit,
    List<String> choices,
    List<String> variables,
    String pattern) {

  /**
   * For {@link #matching}: a signature, without its brackets. Letters, digits and the few signs that names of firms have:
   * others end up in requests, pages and logs, and no gateway approves them.
   */
  public static final String SIGNATURE = "[\\p{L}\\p{M}\\p{Nd} ·._+()（）-]+";

  /** How a setting is entered, checked and stored. */
  public enum Type {
    /** One line. */
    TEXT,
    /** Several lines. */
    TEXT_AREA,
    /** Write-only: sealed in the database, never shown again; a blank entry keeps what is stored. */
    SECRET,
    /** A whole number with a unit. */
    NUMBER,
    /** On or off. */
    SWITCH,
    /** One of a few values. */
    CHOICE,
    /** An absolute http or https address. */
    URL,
    /** The text of an SMS, with variables; shown with a preview, its length and its number of parts. */
    SMS_TEXT
  }

  public SettingField {
    Objects.requireNonNull(type);
    Objects.requireNonNull(defaultValue);
    if (!key.matches("[a-z][a-z0-9]*(\\.[a-z0-9]+(-[a-z0-9]+)*)+") || key.length() > 80) {
      throw new IllegalArgumentException("not a setting key: " + key);
    }
    choices = List.copyOf(choices);
    variables = List.copyOf(variables);
  }

  private static SettingField of(String key, Type type, String value, long min, long max, String unit) {
    return new SettingField(key, type, value, false, min, max, unit, List.of(), List.of(), "");
  }

  /** A line of at most 255 characters. */
  public static SettingField text(String key, String value) {
    return of(key, Type.TEXT, value, 0, 255, "");
  }

  /** Several lines of at most 2,000 characters. */
  public static SettingField textArea(String key, String value) {
    return of(key, Type.TEXT_AREA, value, 0, 2000, "");
  }

  /** A write-only value of at most 255 characters. */
  public static SettingField secret(String key) {
    return of(key, Type.SECRET, "", 0, 255, "");
  }

  /** A whole number from {@code min} to {@code max}. */
  public static SettingField number(String key, long value, long min, long max, String unit) {
    return of(key, Type.NUMBER, Long.toString(value), min, max, unit);
  }

  /** On or off. */
  public static SettingField onOff(String key, boolean value) {
    return of(key, Type.SWITCH, Boolean.toString(value), 0, 5, "");
  }

  /** One of {@code choices}. */
  public static SettingField choice(String key, String value, List<String> choices) {
    return new SettingField(key, Type.CHOICE, value, true, 0, 80, "", choices, List.of(), "");
  }

  /** An absolute http or https address. */
  public static SettingField url(String key, String value) {
    return of(key, Type.URL, value, 0, 255, "");
  }

  /** The text of an SMS; {@code variables} may be used in it. */
  public static SettingField smsText(String key, String value, String... variables) {
    return new SettingField(key, Type.SMS_TEXT, value, true, 1, 500, "", List.of(), List.of(variables), "");
  }

  /** The same field, refusing a blank value. */
  public SettingField mandatory() {
    return new SettingField(key, type, defaultValue, true, min, max, unit, choices, variables, pattern);
  }

  /** The same field with from {@code least} to {@code most} characters. */
  public SettingField length(long least, long most) {
    return new SettingField(key, type, defaultValue, required, least, most, unit, choices, variables, pattern);
  }

  /** The same field, a non-blank value of which must match {@code regex} as a whole. */
  public SettingField matching(String regex) {
    return new SettingField(key, type, defaultValue, required, min, max, unit, choices, variables, regex);
  }
}
