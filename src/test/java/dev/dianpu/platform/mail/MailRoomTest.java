package dev.dianpu.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.dianpu.spi.Settings;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop's mails at a real mail server: what arrives, and what the owner is told when nothing does. */
class MailRoomTest {

  private static final Mail MAIL = new Mail("owner@example.com", "余额不足 😀", "创信只剩 12 条\n请续费");
  private static final int PATIENCE = 10_000;

  private final GreenMail server = new GreenMail(new ServerSetup[] {
      setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)});
  private final Map<String, String> settings = new HashMap<>();
  private final MailRoom room = new MailRoom();
  private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
  private final Logger log = Logger.getLogger("dev.dianpu.platform.mail");
  private final Logger noise = Logger.getLogger("com.icegreen");
  private final Handler handler = new Kept();
  private int transaction = Status.STATUS_NO_TRANSACTION;

  private static ServerSetup setup(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(PATIENCE * 3L);
    return setup;
  }

  /** What an operator would read. */
  private final class Kept extends Handler {

    @Override
    public void publish(LogRecord record) {
      logged.add(new SimpleFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() {
    noise.setLevel(java.util.logging.Level.OFF);
    server.start();
    server.setUser("shop@example.com", "shop@example.com", "geheim-4711");
    settings.putAll(Map.of("mail.host", "127.0.0.1", "mail.port", Integer.toString(server.getSmtp().getPort()),
        "mail.encryption", "none", "mail.user", "shop@example.com", "mail.password", "geheim-4711",
        "mail.sender", "shop@example.com", "mail.owner", "owner@example.com"));
    room.settings = new MapSettings();
    room.clock = Clock.fixed(Instant.parse("2026-11-25T04:00:00Z"), ZoneOffset.UTC);
    room.registry = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(getClass().getClassLoader(),
        new Class<?>[] {TransactionSynchronizationRegistry.class}, (proxy, method, arguments) -> transaction);
    log.setUseParentHandlers(false);
    log.addHandler(handler);
  }

  @AfterEach
  void stop() {
    log.removeHandler(handler);
    log.setUseParentHandlers(true);
    room.stop();
    server.stop();
    noise.setLevel(null);
  }

  @Test
  void aMailArrivesAsItWasWritten() throws Exception {
    assertThat(room.send(MAIL)).isEmpty();

    MimeMessage arrived = server.getReceivedMessages()[0];
    assertThat(arrived.getSubject()).isEqualTo(MAIL.subject());
    assertThat(arrived.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo(MAIL.text());
    assertThat(arrived.getFrom()[0]).hasToString("shop@example.com");
    assertThat(arrived.getAllRecipients()).extracting(Object::toString).containsExactly("owner@example.com");
    assertThat(arrived.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-11-25T04:00:00Z"));
  }

  @Test
  void aQueuedMailLeavesByItself() {
    assertThat(room.post(MAIL)).isTrue();

    assertThat(server.waitForIncomingEmail(PATIENCE, 1)).isTrue();
  }

  @Test
  void aWrongPasswordIsToldAndNothingOfTheMailOrThePasswordIsLogged() {
    settings.put("mail.password", "wrong-4712");

    assertThat(room.send(MAIL)).contains(MailProblem.CREDENTIALS);
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(logged).isNotEmpty().noneMatch(line -> line.contains("4712") || line.contains("余额")
        || line.contains("创信") || line.contains("owner@"));
  }

  @Test
  void withStarttlsNothingLeavesInTheClearWhenTheServerDoesNotOfferIt() {
    settings.put("mail.encryption", "starttls");

    assertThat(room.send(MAIL)).contains(MailProblem.ENCRYPTION);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aCertificateThatNobodyKnowsIsRefused() {
    settings.put("mail.encryption", "tls");
    settings.put("mail.port", Integer.toString(server.getSmtps().getPort()));

    assertThat(room.send(MAIL)).contains(MailProblem.ENCRYPTION);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void whereNobodyListensTheServerIsUnreachable() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings.put("mail.port", Integer.toString(free.getLocalPort()));
    }

    assertThat(room.send(MAIL)).contains(MailProblem.UNREACHABLE);
  }

  @Test
  void withoutAServerNothingIsSentAndNothingQueued() {
    settings.put("mail.host", "");

    assertThat(room.send(MAIL)).contains(MailProblem.NOT_CONFIGURED);
    assertThat(room.post(MAIL)).isFalse();
    assertThat(room.owner()).isEmpty();
  }

  @Test
  void withinATransactionNothingIsSent() {
    transaction = Status.STATUS_ACTIVE;

    assertThatThrownBy(() -> room.send(MAIL)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> room.post(MAIL)).isInstanceOf(IllegalStateException.class);
  }

  /** A server that accepts and says nothing keeps the one worker busy: what does not fit is dropped, not heaped up. */
  @Test
  void theQueueIsBounded() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
      settings.put("mail.port", Integer.toString(silent.getLocalPort()));
      int queued = 0;
      for (int i = 0; i < 150; i++) {
        queued += room.post(MAIL) ? 1 : 0;
      }
      assertThat(queued).isBetween(100, 101);
      assertThat(logged).anyMatch(line -> line.contains("dropped"));
    }
  }

  @Test
  void aSubjectCannotHoldASecondHeader() {
    assertThat(new Mail("a@example.com", "x\r\nBcc: b@example.com", "").subject()).doesNotContain("\n", "\r");
  }

  /** Settings in a map. */
  private final class MapSettings implements Settings {

    @Override
    public String text(String key) {
      return settings.get(key);
    }

    @Override
    public boolean on(String key) {
      return Boolean.parseBoolean(text(key));
    }

    @Override
    public long number(String key) {
      return Long.parseLong(text(key));
    }

    @Override
    public String secret(String key) {
      return text(key);
    }
  }
}
