package dev.dianpu.sms;

import static dev.dianpu.sms.FakeChannel.ACCEPTED;
import static dev.dianpu.sms.FakeChannel.UNKNOWN;
import static dev.dianpu.sms.FakeChannel.rejected;
import static dev.dianpu.sms.SmsBeans.PHONE;
import static dev.dianpu.sms.SmsBeans.VALUES;
import static dev.dianpu.sms.SmsBeans.WORDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SmsMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Sending on a real database, with channels that answer as told. */
class SmsSenderIT {

  private static final String ATTEMPTS = "select channel, state, cause from sms_attempt order by id";

  private static SmsBeans room;

  @BeforeAll
  static void open() {
    room = new SmsBeans();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void reset() {
    room.reset();
  }

  @Test
  void theEntitiesFitTheirTables() {
    assertThatCode(room.beans.transactions()::requireFittingSchema).doesNotThrowAnyException();
  }

  @Test
  void anAcceptedMessageIsKeptWithAllThatTheGatewaySaid() {
    room.channel("one").answering(message -> {
      room.clock.forward(Duration.ofMillis(137));
      return ACCEPTED;
    });
    Sent sent = room.send();
    assertThat(sent.channel()).isEqualTo("one");
    assertThat(sent.state()).isEqualTo("ACCEPTED");
    assertThat(room.read("select state, gateway_code, gateway_text, request_id, gateway_id, cost, duration_ms,"
        + " explanation from sms_attempt")).isEqualTo("ACCEPTED 0 ok req-1 gw-1 0.0450 137 ");
    assertThat(room.read("select id, state, template from sms_message"))
        .isEqualTo(sent.messageId() + " ACCEPTED register");
  }

  @Test
  void theChannelGetsTextSignatureAndAnIdOfOurs() {
    FakeChannel channel = room.channel("one");
    room.send();
    room.settings.put("sms.signature", "自己的签名");
    room.send();
    SmsMessage first = channel.got.get(0);
    assertThat(first.text()).isEqualTo("验证码481516，5分钟内有效");
    assertThat(first.signature()).isEqualTo("好店");
    assertThat(first.to()).isEqualTo(PHONE);
    assertThat(first.template()).isEqualTo("register");
    assertThat(first.variables()).isEqualTo(VALUES);
    assertThat(first.attemptId()).matches("[A-Za-z0-9]{1,32}");
    assertThat(channel.got.get(1).signature()).isEqualTo("自己的签名");
    assertThat(channel.got.get(1).attemptId()).isNotEqualTo(first.attemptId());
  }

  /** After a kill -9 at this moment the row is what tells that something may have been sent. */
  @Test
  void whileTheGatewayIsAskedTheAttemptIsCommittedAndNoTransactionIsHeld() {
    room.channel("one").answering(message -> {
      assertThat(room.read("select a.state, m.state, attempt_id from sms_attempt a join sms_message m"
          + " on m.id = a.message_id")).isEqualTo("SENDING SENDING " + message.attemptId());
      assertThat(room.beans.transactions().current()).isEmpty();
      return ACCEPTED;
    });
    assertThat(room.send().outcome()).isEqualTo(ACCEPTED);
  }

  @Test
  void aCallerWithATransactionIsRefusedBeforeAnythingIsWrittenOrSent() {
    FakeChannel channel = room.channel("one");
    assertThatThrownBy(() -> room.beans.transactions().inOne(room::send))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("transaction");
    assertThat(channel.got).isEmpty();
    assertThat(room.read(ATTEMPTS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Cause.class, names = {"NUMBER", "TEXT"}, mode = Mode.EXCLUDE)
  void aChannelsOwnReasonGoesToTheNextChannel(Cause cause) {
    room.channel("one").answering(rejected(cause));
    List<String> meanwhile = new ArrayList<>();
    FakeChannel two = room.channel("two").answering(message -> {
      meanwhile.add(room.read("select state from sms_message"));
      return FakeChannel.ACCEPTED;
    });
    assertThat(room.send().channel()).isEqualTo("two");
    assertThat(two.got).hasSize(1);
    assertThat(meanwhile).containsExactly("SENDING");
    assertThat(room.read(ATTEMPTS)).isEqualTo("one REJECTED " + cause + ", two ACCEPTED ");
    assertThat(room.read("select count(*), min(state) from sms_message")).isEqualTo("1 ACCEPTED");
  }

  @ParameterizedTest
  @EnumSource(value = Cause.class, names = {"NUMBER", "TEXT"})
  void aReasonOfTheNumberOrTheTextStops(Cause cause) {
    room.channel("one").answering(rejected(cause));
    FakeChannel two = room.channel("two");
    assertThat(room.send().outcome()).isEqualTo(rejected(cause));
    assertThat(two.got).isEmpty();
    assertThat(room.read(ATTEMPTS)).isEqualTo("one REJECTED " + cause);
  }

  /** A second channel after an unknown outcome is a second SMS, paid and puzzling. */
  @Test
  void afterAnUnknownOutcomeNoOtherChannelIsTried() {
    room.channel("one").answering(UNKNOWN);
    FakeChannel two = room.channel("two");
    assertThat(room.send().outcome()).isEqualTo(UNKNOWN);
    assertThat(two.got).isEmpty();
    assertThat(room.read("select channel, state, explanation from sms_attempt"))
        .isEqualTo("one UNKNOWN fake.timeout");
  }

  @Test
  void whenEveryChannelRefusesTheLastRefusalIsTold() {
    room.channel("one").answering(rejected(Cause.QUOTA));
    room.channel("two").answering(rejected(Cause.CREDENTIALS));
    Sent sent = room.send();
    assertThat(sent.channel()).isEqualTo("two");
    assertThat(sent.outcome()).isEqualTo(rejected(Cause.CREDENTIALS));
    assertThat(room.read("select state from sms_message")).isEqualTo("REJECTED");
  }

  /** A thrown exception says nothing about whether the request left. */
  @Test
  void aChannelThatThrowsLeavesAnUnknownOutcomeAndNoSecret() {
    room.channel("one").answering(message -> {
      throw new IllegalStateException(message.text());
    });
    FakeChannel two = room.channel("two");
    assertThat(room.send().state()).isEqualTo("UNKNOWN");
    assertThat(two.got).isEmpty();
    assertThat(room.read("select gateway_text, explanation from sms_attempt"))
        .isEqualTo("IllegalStateException sms.channel-failed");
  }

  @Test
  void theOwnersFirstChoiceComesFirstAndTheAvoidedOneLast() {
    for (String id : new String[] {"one", "three", "two"}) {
      room.channel(id).answering(rejected(Cause.QUOTA));
    }
    room.route(MessageKind.CODE, "two", 1, 1);
    room.send();
    assertThat(room.read("select channel from sms_attempt order by id")).isEqualTo("two, one, three");
    room.execute("delete from sms_channel_pause");
    room.forget();
    room.send("two");
    assertThat(room.read("select channel from sms_attempt order by id desc limit 3")).isEqualTo("two, three, one");
  }

  @Test
  void theAvoidedChannelIsUsedIfThereIsNoOther() {
    room.channel("one");
    assertThat(room.send("one").channel()).isEqualTo("one");
  }

  @Test
  void channelsWithoutTheirSettingsAreSkipped() {
    FakeChannel one = room.channel("one").withoutSettings();
    room.route(MessageKind.CODE, "one", 1, 1);
    room.channel("two");
    assertThat(room.send().channel()).isEqualTo("two");
    assertThat(one.got).isEmpty();
  }

  @Test
  void withoutAUsableChannelTheMessageIsKeptAsNotConfigured() {
    room.channel("one").withoutSettings();
    Sent sent = room.send();
    assertThat(sent.channel()).isEmpty();
    assertThat(sent.outcome()).isInstanceOfSatisfying(SendOutcome.Rejected.class,
        rejected -> assertThat(rejected.cause()).isEqualTo(Cause.NOT_CONFIGURED));
    assertThat(room.read("select channel, state, cause, explanation from sms_attempt"))
        .isEqualTo(" REJECTED NOT_CONFIGURED sms.no-channel");
  }

  @Test
  void anAttemptWhoseNodeDiedBecomesUnknownAfterAMinuteAndIsNotSentAgain() {
    FakeChannel channel = room.channel("one").answering(message -> {
      throw new KilledError();
    });
    assertThatThrownBy(room::send).isInstanceOf(KilledError.class);
    GiveUpOnAnswers giveUp = room.beans.get(GiveUpOnAnswers.class);

    room.clock.forward(Duration.ofSeconds(60));
    assertThat(giveUp.giveUp()).isZero();
    room.clock.forward(Duration.ofMillis(1));
    assertThat(giveUp.giveUp()).isPositive();
    assertThat(giveUp.giveUp()).isZero();
    assertThat(room.read("select a.state, m.state, explanation from sms_attempt a join sms_message m"
        + " on m.id = a.message_id")).isEqualTo("UNKNOWN UNKNOWN sms.no-answer");
    assertThat(channel.got).hasSize(1);
  }

  /** Stands for kill -9: nothing after it runs. */
  private static final class KilledError extends Error {}

  /** The gateway was slower than we waited: what it said is better than our guess. */
  @Test
  void anAnswerThatCameAfterGivingUpReplacesTheGuess() {
    room.channel("one").answering(message -> {
      room.clock.forward(Duration.ofSeconds(61));
      room.beans.get(GiveUpOnAnswers.class).giveUp();
      return ACCEPTED;
    });
    room.send();
    assertThat(room.read("select a.state, m.state, explanation from sms_attempt a join sms_message m"
        + " on m.id = a.message_id")).isEqualTo("ACCEPTED ACCEPTED ");
  }

  @Test
  void longWordsOfAGatewayAreCut() {
    String longText = "错".repeat(400);
    room.channel("one").answering(new SendOutcome.Rejected(Cause.TEXT, new SendOutcome.GatewayAnswer(
        "c".repeat(100), "😀" + longText, "r".repeat(200), "fake.text")));
    room.send();
    assertThat(room.read("select length(gateway_code), char_length(gateway_text), length(request_id)"
        + " from sms_attempt")).isEqualTo("64 254 128");
  }

  @Test
  void aVariableWithoutAValueSendsNothing() {
    FakeChannel channel = room.channel("one");
    assertThatThrownBy(() -> room.beans.get(SmsSender.class)
            .send(SmsRequest.of(MessageKind.CODE, PHONE, "register", WORDING, Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(channel.got).isEmpty();
    assertThat(room.read(ATTEMPTS)).isEmpty();
  }

  @Test
  void theOwnersTestUsesTheFiledTextWithASampleAndOneChannelOnly() {
    room.policies.add(new OnlyLogin());
    FakeChannel one = room.channel("one").answering(rejected(Cause.QUOTA));
    FakeChannel two = room.channel("two");
    Sent sent = room.beans.get(TestSend.class).send(PHONE, "");
    assertThat(sent.outcome()).isEqualTo(rejected(Cause.QUOTA));
    assertThat(one.got).singleElement().satisfies(message ->
        assertThat(message.text()).isEqualTo("登录码1234，3分钟，好店"));
    assertThat(two.got).isEmpty();

    assertThat(room.beans.get(TestSend.class).send(PHONE, "two").state()).isEqualTo("ACCEPTED");
    assertThat(room.beans.get(TestSend.class).send(PHONE, "none").state()).isEqualTo("REJECTED");
  }

  private static final class OnlyLogin implements PhonePolicy {

    @Override
    public Optional<CodePolicy> code(Purpose purpose) {
      return purpose == Purpose.LOGIN
          ? Optional.of(new CodePolicy(4, Duration.ofMinutes(3), "登录码{$verify_code}，{$minutes}分钟，{$shop_name}"))
          : Optional.empty();
    }

    @Override
    public boolean loginWithPassword() {
      return false;
    }

    @Override
    public SendLimits limits() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean tellsOnPage() {
      return false;
    }

    @Override
    public Optional<String> takeNotice(PhoneNumber phone) {
      return Optional.empty();
    }
  }
}
