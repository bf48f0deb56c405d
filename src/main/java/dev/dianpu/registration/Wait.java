package dev.dianpu.registration;

import dev.dianpu.platform.text.Messages;
import java.util.Locale;

/** When to come back, in words: seconds, then minutes, then hours, rounded up so that nobody comes too early. */
record Wait(long seconds) {

  private static final long MINUTE = 60;
  private static final long HOUR = 3600;
  /** Up to so many of a unit the smaller unit is named: 90 seconds, but 2 minutes. */
  private static final long FINE = 90;

  String words(Messages messages, Locale locale) {
    if (seconds <= FINE) {
      return messages.text(locale, "registration.wait.seconds", seconds);
    }
    return seconds <= FINE * MINUTE
        ? messages.text(locale, "registration.wait.minutes", (seconds + MINUTE - 1) / MINUTE)
        : messages.text(locale, "registration.wait.hours", (seconds + HOUR - 1) / HOUR);
  }
}
