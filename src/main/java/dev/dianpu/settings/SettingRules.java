package dev.dianpu.settings;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingProblem;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value must be like, by the type of its field. */
final class SettingRules {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\$([^}]*)}");

  /** A part of a path that leads upwards: whoever resolves it asks for something else than what was entered. */
  private static final Pattern CLIMBING = Pattern.compile("(^|/)\\.{1,2}(/|$)");
  private static final int LAST_PORT = 65_535;

  private SettingRules() {}

  /** What is wrong with an entered value; empty when it may be saved. */
  static Optional<SettingProblem> problem(SettingField field, String value) {
    // A blank number or switch has no meaning: whoever reads it would fail.
    boolean mayBeBlank = field.type() != SettingField.Type.NUMBER && field.type() != SettingField.Type.SWITCH
        && field.type() != SettingField.Type.CHOICE;
    if (value.isBlank() && mayBeBlank) {
      return field.required() ? refused(field, "required") : Optional.empty();
    }
    return switch (field.type()) {
      case NUMBER -> number(field, value);
      case SWITCH -> value.equals("true") || value.equals("false") ? Optional.empty() : refused(field, "switch");
      case CHOICE -> field.choices().contains(value) ? Optional.empty() : refused(field, "choice");
      case URL -> address(value) ? length(field, value) : refused(field, "url");
      case SMS_TEXT -> variables(field, value).or(() -> length(field, value)).or(() -> brackets(field, value));
      case TEXT, TEXT_AREA, SECRET -> length(field, value).or(() -> pattern(field, value));
    };
  }

  private static Optional<SettingProblem> number(SettingField field, String value) {
    if (!value.matches("-?[0-9]{1,18}")) {
      return refused(field, "number", field.min(), field.max());
    }
    long number = Long.parseLong(value);
    return number < field.min() || number > field.max()
        ? refused(field, "number", field.min(), field.max()) : Optional.empty();
  }

  private static boolean address(String value) {
    try {
      URI uri = URI.create(value);
      return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getUserInfo() == null && uri.getFragment() == null && uri.getPort() <= LAST_PORT
          && !CLIMBING.matcher(uri.getPath()).find();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static Optional<SettingProblem> variables(SettingField field, String value) {
    Matcher matcher = VARIABLE.matcher(value);
    while (matcher.find()) {
      if (!field.variables().contains(matcher.group(1))) {
        return refused(field, "variable", "{$" + matcher.group(1) + "}", "{$" + String.join("} {$", field.variables()) + "}");
      }
    }
    return Optional.empty();
  }

  /** The signature is added to each text, in these brackets; gateways refuse a text with two. */
  private static Optional<SettingProblem> brackets(SettingField field, String value) {
    return value.matches("(?s).*[【】].*") ? refused(field, "brackets") : Optional.empty();
  }

  private static Optional<SettingProblem> length(SettingField field, String value) {
    int length = value.codePointCount(0, value.length());
    return length < field.min() || length > field.max()
        ? refused(field, "length", field.min(), field.max()) : Optional.empty();
  }

  private static Optional<SettingProblem> pattern(SettingField field, String value) {
    return field.pattern().isEmpty() || value.matches(field.pattern()) ? Optional.empty()
        : Optional.of(new SettingProblem(field.key(), "setting." + field.key() + ".pattern"));
  }

  /** Not named as the method above: with a rule alone the compiler would choose that one, which then never ends. */
  private static Optional<SettingProblem> refused(SettingField field, String rule, Object... arguments) {
    return Optional.of(new SettingProblem(field.key(), "settings.problem." + rule, arguments));
  }
}
