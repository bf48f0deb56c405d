package dev.dianpu.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands one mail to a mail server. */
final class MailDelivery {

  private static final Logger LOG = Logger.getLogger(MailDelivery.class.getName());

  private MailDelivery() {}

  /** Why it did not leave; empty when the server took it. Takes as long as the server does, at most some 25 seconds. */
  static Optional<MailProblem> deliver(MailServer server, Mail mail, Instant now) {
    try {
      Session session = Session.getInstance(server.properties());
      MimeMessage message = message(session, server, mail, now);
      try (Transport transport = session.getTransport()) {
        transport.connect(server.user().isEmpty() ? null : server.user(),
            server.user().isEmpty() ? null : server.password());
        transport.sendMessage(message, message.getAllRecipients());
      }
      return Optional.empty();
    } catch (MessagingException | RuntimeException e) {
      MailProblem problem = MailProblem.of(e);
      // Not its message, which may hold an address or what the server repeats of the mail.
      LOG.log(Level.WARNING, "A mail could not be sent through {0}: {1} ({2})",
          new Object[] {server, problem, e.getClass().getName()});
      return Optional.of(problem);
    }
  }

  private static MimeMessage message(Session session, MailServer server, Mail mail, Instant now)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(server.sender(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(now));
    return message;
  }
}
