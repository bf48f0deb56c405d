package dev.dianpu.platform.mail;

import java.util.Objects;

/**
 * One plain e-mail.
 *
 * @param to one address
 * @param subject one line
 * @param text with line feeds
 */
public record Mail(String to, String subject, String text) {

  public Mail {
    Objects.requireNonNull(to);
    Objects.requireNonNull(text);
    // A line feed would end the header, and what follows would be one of its own.
    subject = subject.replaceAll("\\R", " ");
  }

  /** Nothing of it, so that nothing reaches a log by accident. */
  @Override
  public String toString() {
    return "Mail";
  }
}
