package dev.dianpu.platform.mail;

import dev.dianpu.spi.Settings;
import java.util.Optional;
import java.util.Properties;

/**
 * The mail server of the settings, as they were at one moment.
 *
 * @param host empty while none is named
 * @param encryption {@code none}, {@code starttls} or {@code tls}
 * @param user empty for a server that asks for no login
 * @param sender the address that mails come from
 */
public record MailServer(String host, int port, String encryption, String user, String password, String sender) {

  public static final String HOST = "mail.host";
  public static final String PORT = "mail.port";
  public static final String ENCRYPTION = "mail.encryption";
  public static final String USER = "mail.user";
  public static final String PASSWORD = "mail.password";
  public static final String SENDER = "mail.sender";
  /** The address of the shop's owner. */
  public static final String OWNER = "mail.owner";

  private static final String CONNECT_MILLIS = "5000";
  private static final String ANSWER_MILLIS = "10000";

  /** As it is saved; empty while no server or no sender is. */
  static Optional<MailServer> of(Settings settings) {
    return settings.text(HOST).isEmpty() || settings.text(SENDER).isEmpty() ? Optional.empty()
        : Optional.of(new MailServer(settings.text(HOST), (int) settings.number(PORT), settings.text(ENCRYPTION),
            settings.text(USER), settings.secret(PASSWORD), settings.text(SENDER)));
  }

  /** How Jakarta Mail is told. */
  Properties properties() {
    Properties mail = new Properties();
    mail.put("mail.transport.protocol", "smtp");
    mail.put("mail.smtp.host", host);
    mail.put("mail.smtp.port", Integer.toString(port));
    mail.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    mail.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    mail.put("mail.smtp.timeout", ANSWER_MILLIS);
    mail.put("mail.smtp.writetimeout", ANSWER_MILLIS);
    mail.put("mail.smtp.ssl.enable", Boolean.toString(encryption.equals("tls")));
    mail.put("mail.smtp.starttls.enable", Boolean.toString(encryption.equals("starttls")));
    // Else the password would leave in the clear when somebody between us removes the server's offer.
    mail.put("mail.smtp.starttls.required", Boolean.toString(encryption.equals("starttls")));
    mail.put("mail.smtp.ssl.checkserveridentity", "true");
    return mail;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + ", " + encryption + "]";
  }
}
