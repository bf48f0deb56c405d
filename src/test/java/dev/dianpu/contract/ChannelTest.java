package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * A channel in a bare JVM, its simulator beside it. After each test nothing of a phone, a text or a secret may stand in
 * any log, down to the finest level.
 */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ChannelTest {

  /** Five digits of it end a phone; all contracts in one JVM send some ten thousand messages. */
  private static final AtomicInteger NEXT = new AtomicInteger(30_000);
  /** The start of every phone here. */
  private static final Pattern PHONE = Pattern.compile("138001[3-9]");
  /** Of no other use in the JVM, so that finding it in a log means that it leaked. */
  private static final String CODE = "830517";

  private ChannelUnderTest gateway;
  private PlainSettings settings;
  private Plugin plugin;
  private SmsChannel channel;
  private LogCapture log;

  abstract ChannelUnderTest underTest();

  @BeforeEach
  final void start() {
    log = new LogCapture();
    gateway = underTest();
    plugin = gateway.plugin();
    settings = new PlainSettings(plugin);
    gateway.configure(settings);
    channel = plugin.extensions(new PluginContext(settings, Clock.systemUTC(), null, null)).stream()
        .filter(SmsChannel.class::isInstance).map(SmsChannel.class::cast).findFirst().orElseThrow();
  }

  @AfterEach
  final void nothingSecretWasLogged() throws Exception {
    gateway.close();
    if (plugin instanceof AutoCloseable closeable) {
      closeable.close();
    }
    log.close();
    for (String secret : gateway.secrets()) {
      assertThat(log.lines()).noneMatch(line -> line.contains(secret));
    }
    assertThat(log.lines()).noneMatch(line -> PHONE.matcher(line).find());
    assertThat(log.lines()).noneMatch(line -> line.contains(CODE));
    assertThat(log.lines()).noneMatch(line -> line.contains("验证码"));
    String encoded = URLEncoder.encode("验证码", StandardCharsets.UTF_8);
    assertThat(log.lines()).noneMatch(line -> line.contains(encoded));
  }

  final ChannelUnderTest gateway() {
    return gateway;
  }

  final Plugin plugin() {
    return plugin;
  }

  final SmsChannel channel() {
    return channel;
  }

  final PlainSettings settings() {
    return settings;
  }

  /** A message with a code, to a phone that no other message of this run goes to. */
  final SmsMessage message() {
    return message("您的验证码是" + CODE + "，5分钟内有效。");
  }

  final SmsMessage message(String text) {
    int number = NEXT.incrementAndGet();
    return gateway.handed(new SmsMessage("attempt" + number,
        new PhoneNumber("+86138001" + String.format("%05d", number)), text, "店铺", "register",
        Map.of("verify_code", CODE, "minutes", "5")));
  }

  /** Both texts in both languages, so that no outcome leaves the owner without a word. */
  static void assertExplained(SendOutcome outcome) {
    String key = outcome.answer().explanation();
    assertThat(key).isNotEmpty();
    for (String part : List.of(".cause", ".remedy")) {
      assertThat(PluginTexts.chinese(key)).containsKey(key + part);
      assertThat(PluginTexts.english(key)).containsKey(key + part);
    }
  }

  /**
   * Checks an outcome and its explanation.
   *
   * @param expected {@code ACCEPTED}, {@code UNKNOWN}, or the name of the cause of a rejection
   * @param explanation last part of the texts' key
   */
  final void assertOutcome(SendOutcome outcome, String expected, String explanation) {
    switch (expected) {
      case "ACCEPTED" -> assertThat(outcome).isInstanceOf(Accepted.class);
      case "UNKNOWN" -> assertThat(outcome).isInstanceOf(Unknown.class);
      default -> assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected ->
          assertThat(rejected.cause()).isEqualTo(Cause.valueOf(expected)));
    }
    if (!expected.equals("ACCEPTED")) {
      assertThat(outcome.answer().explanation())
          .isIn(plugin.id() + ".error." + explanation, GatewayOutcomes.explanation(explanation));
      assertExplained(outcome);
    }
  }
}
