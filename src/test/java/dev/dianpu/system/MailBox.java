package dev.dianpu.system;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.dianpu.dev.Owner;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that the shop under test sends through, and what arrived there. */
final class MailBox implements AutoCloseable {

  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Owner owner;

  /** Starts it and enters it in the shop's settings. */
  MailBox(Owner owner) {
    this.owner = owner;
    server.start();
    owner.save("mail", Map.of("mail.host", "127.0.0.1", "mail.port", Integer.toString(server.getSmtp().getPort()),
        "mail.encryption", "none", "mail.sender", "shop@example.com", "mail.owner", "owner@example.com"));
  }

  /** The texts of what arrived for an address, newest first; waits until there are so many. */
  List<String> texts(String to, int atLeast) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> found = texts(to);
    while (found.size() < atLeast && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      found = texts(to);
    }
    if (found.size() < atLeast) {
      throw new IllegalStateException(found.size() + " mails instead of " + atLeast);
    }
    return found;
  }

  private List<String> texts(String to) {
    List<String> found = new java.util.ArrayList<>(Arrays.stream(server.getReceivedMessages())
        .filter(mail -> isFor(to, mail)).map(MailBox::text).toList());
    java.util.Collections.reverse(found);
    return found;
  }

  /** The code in the newest mail to an address. */
  String code(String to) {
    Matcher code = CODE.matcher(texts(to, 1).get(0));
    if (!code.find()) {
      throw new IllegalStateException("No code in the newest mail");
    }
    return code.group();
  }

  private static boolean isFor(String to, MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(to);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) {
    try {
      return mail.getSubject() + "\n" + mail.getContent();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(GreenMailUtil.getBody(mail), e);
    }
  }

  @Override
  public void close() {
    owner.save("mail", Map.of("mail.host", "", "mail.sender", "", "mail.owner", ""));
    server.stop();
  }
}
