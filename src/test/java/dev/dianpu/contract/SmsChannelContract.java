package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.Fault.Mode;
import dev.dianpu.simulator.RawGateway;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SmsMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every SMS channel owes the host, whatever its gateway. A channel's test extends this and says in
 * {@link #underTest()} how to reach its simulator.
 */
abstract class SmsChannelContract extends ChannelTest {

  private static final Duration SLACK = Duration.ofMillis(2_500);

  @Test
  final void theChannelBearsItsPluginsNameAndHasNothingToComplainOf() {
    assertThat(channel().id()).isEqualTo(plugin().id());
    assertThat(channel().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "您的验证码是830517，5分钟内有效。",
    "100% & 50%25 + a=b ? # / \\ \" ' < > {x} ${y} ~ *",
    "生僻字𠮷𡈽",
    "生僻字𠮷𡈽与表情😀👍🏽",
    "第一行\n第二行\t制表",
    "plain ascii"
  })
  final void theTextArrivesUnchangedWithTheSignature(String text) {
    SmsMessage message = message(text);

    SendOutcome outcome = channel().send(message);

    if (gateway().refusal(text).isPresent()) {
      assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected ->
          assertThat(rejected.cause()).isEqualTo(gateway().refusal(text).get()));
      assertExplained(outcome);
      assertThat(gateway().inbox(message.to().national())).isEmpty();
      return;
    }
    assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted ->
        assertThat(accepted.gatewayId()).isNotBlank());
    assertThat(gateway().inbox(message.to().national())).extracting(SimulatedSms::text)
        .singleElement().asString().contains(text).contains("【店铺】");
    assertThat(gateway().arrivals()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(value = Mode.class, mode = EnumSource.Mode.EXCLUDE, names = {"ANSWER", "SLOW", "ERROR_INSIDE", "DRIP"})
  final void anAnswerThatIsMissingOrUnreadableIsUnknownAndTheRequestArrivedOnce(Mode mode) {
    gateway().fault(Fault.of(mode), Integer.MAX_VALUE);

    SendOutcome outcome = channel().send(message());

    assertThat(outcome).isInstanceOf(Unknown.class);
    assertExplained(outcome);
    assertThat(gateway().arrivals()).isEqualTo(1);
  }

  @Test
  final void anErrorInsideASuccessIsRejected() {
    gateway().fault(Fault.of(Mode.ERROR_INSIDE), Integer.MAX_VALUE);

    SendOutcome outcome = channel().send(message());

    assertThat(outcome).isInstanceOf(Rejected.class);
    assertExplained(outcome);
    assertThat(gateway().arrivals()).isEqualTo(1);
  }

  @Test
  final void aSlowAnswerWithinTheTimeOutIsWaitedFor() {
    gateway().timeouts(settings(), 1, 3);
    gateway().fault(Fault.of(Mode.SLOW, 1_200), 1);

    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(value = Mode.class, names = {"SLOW", "DRIP"})
  final void anAnswerThatTakesTooLongIsUnknownInTime(Mode mode) {
    gateway().timeouts(settings(), 1, 1);
    gateway().fault(Fault.of(mode, mode == Mode.SLOW ? 60_000 : 300), Integer.MAX_VALUE);
    long start = System.nanoTime();

    SendOutcome outcome = channel().send(message());

    assertThat(outcome).isInstanceOf(Unknown.class);
    assertExplained(outcome);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(3).plus(SLACK));
    assertThat(gateway().arrivals()).isEqualTo(1);
  }

  @Test
  final void whereNobodyListensTheMessageIsRejectedAsNotSent() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      gateway().pointAt(settings(), "http://127.0.0.1:" + free.getLocalPort());
    }

    assertUnreachable(channel().send(message()));
  }

  @Test
  final void anUnknownHostRejectsTheMessageAsNotSent() {
    gateway().pointAt(settings(), "https://gateway.invalid");

    assertUnreachable(channel().send(message()));
  }

  @Test
  final void aTlsHandshakeThatHangsRejectsTheMessageInTime() {
    gateway().timeouts(settings(), 1, 1);
    try (RawGateway mute = RawGateway.mute()) {
      gateway().pointAt(settings(), "https://127.0.0.1:" + mute.port());
      long start = System.nanoTime();

      assertUnreachable(channel().send(message()));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3).plus(SLACK));
    }
  }

  private void assertUnreachable(SendOutcome outcome) {
    assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected ->
        assertThat(rejected.cause()).isEqualTo(Cause.UNAVAILABLE));
    assertExplained(outcome);
    assertThat(gateway().arrivals()).isZero();
  }

  @Test
  final void whatIsNotConfiguredIsNotSent() {
    gateway().unconfigure(settings());

    assertThat(channel().problems()).isNotEmpty().allSatisfy(problem -> {
      assertThat(plugin().settings().stream().flatMap(group -> group.fields().stream()).map(SettingField::key))
          .contains(problem.key());
      assertThat(PluginTexts.chinese(problem.message())).containsKey(problem.message());
      assertThat(PluginTexts.english(problem.message())).containsKey(problem.message());
    });
    SendOutcome outcome = channel().send(message());
    assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected ->
        assertThat(rejected.cause()).isEqualTo(Cause.NOT_CONFIGURED));
    assertExplained(outcome);
    assertThat(gateway().arrivals()).isZero();
  }

  @Test
  final void aSettingChangedIsLiveAtTheNextMessage() {
    gateway().pointAt(settings(), "http://127.0.0.1:1");
    assertThat(channel().send(message())).isInstanceOf(Rejected.class);

    gateway().configure(settings());
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
  }

  @Test
  final void sixtyFourThreadsSendEachMessageOnce() throws Exception {
    List<SmsMessage> messages = IntStream.range(0, 640).mapToObj(i -> message()).toList();

    assertThat(sendAll(messages)).allMatch(Accepted.class::isInstance);

    assertThat(gateway().arrivals()).isEqualTo(messages.size());
    assertThat(messages).allSatisfy(message ->
        assertThat(gateway().inbox(message.to().national())).hasSize(1));
  }

  @Test
  final void sixtyFourThreadsRepeatNothingWhenEveryConnectionBreaks() throws Exception {
    gateway().fault(Fault.of(Mode.RESET), Integer.MAX_VALUE);
    List<SmsMessage> messages = IntStream.range(0, 256).mapToObj(i -> message()).toList();

    assertThat(sendAll(messages)).allMatch(Unknown.class::isInstance);

    assertThat(gateway().arrivals()).isEqualTo(messages.size());
  }

  private List<SendOutcome> sendAll(List<SmsMessage> messages) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Future<SendOutcome>> running =
          messages.stream().map(message -> threads.submit(() -> channel().send(message))).toList();
      List<SendOutcome> outcomes = new ArrayList<>();
      for (Future<SendOutcome> one : running) {
        outcomes.add(one.get(60, TimeUnit.SECONDS));
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000\u0007", "\uD83D", "\uDE00x", "【", "】【】"})
  final void anOddTextIsAnOutcomeAndNoException(String text) {
    assertThat(channel().send(message(text))).isNotNull();
    assertThat(gateway().arrivals()).isLessThanOrEqualTo(1);
  }

  @Test
  final void aTextFarTooLongIsAnOutcomeAndNoException() {
    assertThat(channel().send(message("长".repeat(20_000)))).isNotInstanceOf(Accepted.class);
    assertThat(gateway().arrivals()).isLessThanOrEqualTo(1);
  }
}
