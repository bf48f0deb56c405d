package dev.dianpu.dev;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Payara's log for a person: has it booted, and if the shop is not there, why not. */
final class ServerLog {

  private static final Pattern BOOTED = Pattern.compile("Payara Micro .*ready in \\d+");
  private static final Pattern FAILURE =
      Pattern.compile("^\\s*(?:Caused by: )?(?:[a-z]\\w*\\.)+(\\w*(?:Exception|Error))[:;] *([^\\n]*[^\\n:])$", Pattern.MULTILINE);
  private static final int LENGTH = 300;

  private ServerLog() {}

  /** Whether the server, not necessarily the shop, has started. */
  static boolean booted(String log) {
    return BOOTED.matcher(log).find();
  }

  /** The first exception's message, on one line; the ones after it are usually its consequences. */
  static Optional<String> reason(String log) {
    Matcher failure = FAILURE.matcher(log);
    if (!failure.find()) {
      return Optional.empty();
    }
    String text = (failure.group(1) + ": " + failure.group(2)).strip();
    return Optional.of(text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text);
  }
}
