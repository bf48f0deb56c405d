package dev.dianpu.notification;

import dev.dianpu.sms.SmsText;
import dev.dianpu.spi.PhoneNumber;
import java.util.Map;
import java.util.Objects;

/**
 * Something to tell somebody. Event, subject, phone and template together are told once, however often they are added.
 *
 * @param event what happened, such as {@code order.shipped}
 * @param subject to what it happened, and at which step of its life if that comes more than once: {@code 20261125-17}
 * @param phone whom to tell
 * @param template the text's name
 * @param wording with its variables <code>{$name}</code>, without the signature
 * @param variables a value for each of them
 */
public record Notice(
    String event, String subject, PhoneNumber phone, String template, String wording, Map<String, String> variables) {

  private static final int LONGEST_WORDING = 500;

  public Notice {
    Objects.requireNonNull(phone);
    variables = Map.copyOf(variables);
    require(event.matches("[a-z0-9.-]{1,64}"), "event");
    require(subject.matches("[!-~]{1,64}"), "subject");
    require(template.matches("[a-z0-9.-]{1,40}"), "template");
    require(!wording.isBlank() && wording.length() <= LONGEST_WORDING, "wording");
    // Whoever forgot a value learns it now, and not an owner from a dead letter.
    SmsText.fill(wording, variables);
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalArgumentException("A notice cannot have this " + what + ".");
    }
  }

  /** Without phone, text and variables. */
  @Override
  public String toString() {
    return "Notice[" + event + ", " + subject + ", " + template + "]";
  }
}
