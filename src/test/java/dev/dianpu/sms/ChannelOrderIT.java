package dev.dianpu.sms;

import static dev.dianpu.sms.FakeChannel.ACCEPTED;
import static dev.dianpu.sms.FakeChannel.UNKNOWN;
import static dev.dianpu.sms.FakeChannel.rejected;
import static dev.dianpu.sms.SmsBeans.PHONE;
import static dev.dianpu.sms.SmsBeans.VALUES;
import static dev.dianpu.sms.SmsBeans.WORDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which channel gets a message, and how a channel that fails is left alone and comes back. */
class ChannelOrderIT {

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

  private Sent send(MessageKind kind) {
    return room.beans.get(SmsSender.class).send(SmsRequest.of(kind, PHONE, "register", WORDING, VALUES));
  }

  /** As much later, on a node that has read the table since. */
  private void later(Duration time) {
    room.clock.forward(time);
    room.forget();
  }

  @Test
  void eachKindOfMessagesHasItsOwnOrder() {
    room.channel("one");
    room.channel("two");
    room.route(MessageKind.NOTICE, "two", 1, 1);

    assertThat(send(MessageKind.CODE).channel()).isEqualTo("one");
    assertThat(send(MessageKind.NOTICE).channel()).isEqualTo("two");
  }

  @Test
  void aChannelInPlaceZeroIsNotUsed() {
    room.channel("one");
    room.route(MessageKind.CODE, "one", 0, 1);

    assertThat(send(MessageKind.CODE).state()).isEqualTo("REJECTED");
    assertThat(send(MessageKind.NOTICE).state()).isEqualTo("ACCEPTED");
  }

  @Test
  void channelsOfOnePlaceShareTheLoadByTheirWeights() {
    FakeChannel light = room.channel("light");
    FakeChannel heavy = room.channel("heavy");
    room.channel("reserve");
    room.route(MessageKind.CODE, "light", 1, 1);
    room.route(MessageKind.CODE, "heavy", 1, 3);
    room.route(MessageKind.CODE, "reserve", 2, 100);
    Channels channels = room.beans.get(Channels.class);

    int rounds = 4_000;
    int first = 0;
    for (int i = 0; i < rounds; i++) {
      List<String> order = channels.usable(MessageKind.CODE, "").stream().map(channel -> channel.id()).toList();
      assertThat(order).hasSize(3).endsWith("reserve");
      first += order.get(0).equals(heavy.id()) ? 1 : 0;
    }

    assertThat(light.got).isEmpty();
    // Three standard deviations of 4,000 lots with probability 3/4 are 82.
    assertThat(first).isCloseTo(rounds * 3 / 4, within(110));
  }

  @ParameterizedTest
  @EnumSource(value = Cause.class, names = {"QUOTA", "CREDENTIALS", "THROTTLED", "UNAVAILABLE"})
  void aChannelThatFailsForItsOwnReasonIsLeftAloneAndProbedByOneMessageAfterHalfAMinute(Cause cause) {
    FakeChannel one = room.channel("one").answering(rejected(cause));
    FakeChannel two = room.channel("two");

    assertThat(send(MessageKind.CODE).channel()).isEqualTo("two");
    later(Duration.ofSeconds(29));
    assertThat(send(MessageKind.CODE).channel()).isEqualTo("two");
    assertThat(one.got).hasSize(1);

    one.answering(ACCEPTED);
    later(Duration.ofSeconds(1));
    assertThat(send(MessageKind.CODE).channel()).isEqualTo("one");
    assertThat(send(MessageKind.CODE).channel()).isEqualTo("one");
    assertThat(room.beans.get(ChannelPauses.class).all()).isEmpty();
    assertThat(two.got).hasSize(2);
  }

  @Test
  void eachFailedProbeDoublesThePauseUpToTenMinutes() {
    FakeChannel one = room.channel("one").answering(rejected(Cause.UNAVAILABLE));
    room.channel("two");
    send(MessageKind.CODE);

    for (int seconds : new int[] {30, 60, 120, 240, 480, 600, 600}) {
      int before = one.got.size();
      later(Duration.ofSeconds(seconds - 1));
      send(MessageKind.CODE);
      assertThat(one.got).as("before %d s", seconds).hasSize(before);
      later(Duration.ofSeconds(1));
      send(MessageKind.CODE);
      send(MessageKind.CODE);
      assertThat(one.got).as("after %d s", seconds).hasSize(before + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Cause.class, names = {"TEMPLATE", "SAME_CONTENT", "NUMBER", "TEXT"})
  void aRefusalThatConcernsOneMessageOnlyPausesNothing(Cause cause) {
    FakeChannel one = room.channel("one").answering(rejected(cause));
    room.channel("two");
    send(MessageKind.CODE);
    send(MessageKind.CODE);

    assertThat(one.got).hasSize(2);
  }

  @Test
  void threeAnswersInARowThatDoNotComePauseTheChannelButNoneIsSentTwice() {
    FakeChannel one = room.channel("one").answering(UNKNOWN);
    FakeChannel two = room.channel("two");

    for (int i = 0; i < 3; i++) {
      assertThat(send(MessageKind.CODE).state()).isEqualTo("UNKNOWN");
    }
    assertThat(send(MessageKind.CODE).channel()).isEqualTo("two");
    assertThat(one.got).hasSize(3);
    assertThat(two.got).hasSize(1);
  }

  @Test
  void anAnswerBetweenSilencesStartsTheCountAnew() {
    FakeChannel one = room.channel("one");
    room.channel("two");
    for (SendOutcome outcome : List.of(UNKNOWN, UNKNOWN, ACCEPTED, UNKNOWN, UNKNOWN, ACCEPTED)) {
      one.answering(outcome);
      assertThat(send(MessageKind.CODE).channel()).isEqualTo("one");
    }
  }

  @Test
  void whileAllAreDownOneMessageInHalfAMinuteFindsOutWhetherOneIsBack() {
    FakeChannel one = room.channel("one").answering(rejected(Cause.UNAVAILABLE));
    assertThat(send(MessageKind.CODE).outcome()).isEqualTo(rejected(Cause.UNAVAILABLE));

    Sent refused = send(MessageKind.CODE);
    assertThat(refused.outcome()).isInstanceOfSatisfying(SendOutcome.Rejected.class, rejected -> {
      assertThat(rejected.cause()).isEqualTo(Cause.UNAVAILABLE);
      assertThat(rejected.answer().explanation()).isEqualTo("sms.all-down");
    });
    assertThat(one.got).hasSize(1);

    // Deep in a pause of minutes.
    for (int i = 0; i < 6; i++) {
      later(Duration.ofSeconds(31));
      send(MessageKind.CODE);
    }
    assertThat(one.got).hasSize(7);
    one.answering(ACCEPTED);
    later(Duration.ofSeconds(31));
    assertThat(send(MessageKind.CODE).state()).isEqualTo("ACCEPTED");
    assertThat(send(MessageKind.CODE).state()).isEqualTo("ACCEPTED");
  }

  @Test
  void failuresOfMessagesUnderWayTogetherCountOnce() {
    room.channel("one").answering(message -> {
      room.beans.get(ChannelPauses.class).learn("one", rejected(Cause.QUOTA));
      room.beans.get(ChannelPauses.class).learn("one", rejected(Cause.QUOTA));
      return rejected(Cause.QUOTA);
    });
    send(MessageKind.CODE);

    assertThat(room.beans.get(ChannelPauses.class).all()).singleElement().satisfies(pause -> {
      assertThat(pause.failures()).isEqualTo(1);
      assertThat(Duration.between(room.clock.instant(), pause.endsAt())).isEqualTo(Duration.ofSeconds(30));
      assertThat(pause.cause()).isEqualTo("QUOTA");
      assertThat(pause.explanation()).isEqualTo("fake.QUOTA");
    });
  }

  @Test
  void theOwnersTestReachesAPausedChannelAndASuccessBringsItBack() {
    FakeChannel one = room.channel("one").answering(rejected(Cause.CREDENTIALS));
    room.channel("two");
    send(MessageKind.CODE);
    one.answering(ACCEPTED);

    assertThat(room.beans.get(TestSend.class).send(PHONE, "one").state()).isEqualTo("ACCEPTED");
    assertThat(send(MessageKind.CODE).channel()).isEqualTo("one");
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE, true", "CREDENTIALS, true", "QUOTA, false", "THROTTLED, false"})
  void aConnectionTestBringsAChannelBackWhereItCanTell(Cause cause, boolean tells) {
    room.channel("one").answering(rejected(cause));
    room.channel("two");
    send(MessageKind.CODE);
    ChannelPauses pauses = room.beans.get(ChannelPauses.class);

    assertThat(pauses.mayTest("one")).as("too early").isFalse();
    later(Duration.ofSeconds(30));
    assertThat(pauses.mayTest("one")).isEqualTo(tells);
    assertThat(pauses.mayTest("one")).as("one node only").isFalse();
    if (tells) {
      pauses.tested("one", new SmsConnectionTest.Connection(false, new GatewayAnswer("", "", "", "fake.down")));
      assertThat(pauses.all()).singleElement().satisfies(pause -> {
        assertThat(pause.failures()).isEqualTo(2);
        assertThat(pause.explanation()).isEqualTo("fake.down");
      });
      pauses.tested("one", new SmsConnectionTest.Connection(true, new GatewayAnswer("", "", "", "")));
      assertThat(pauses.all()).isEmpty();
    }
  }

  @Test
  void aWordingThatTheGatewayApprovedComesWithItsNumberAndTheValuesInTheirOrder() {
    FakeChannel one = room.channel("one");
    send(MessageKind.CODE);
    file("one", WORDING, "T-17", "APPROVED");
    file("two", WORDING, "T-99", "APPROVED");
    send(MessageKind.CODE);

    assertThat(one.got.get(0).filed()).isEmpty();
    assertThat(one.got.get(1).filed()).isEqualTo(Optional.of(new SmsMessage.Filed("T-17", List.of("481516", "5"))));
  }

  @ParameterizedTest
  @EnumSource(value = dev.dianpu.spi.SmsTemplateRegistry.State.class, names = "APPROVED", mode = EnumSource.Mode.EXCLUDE)
  void aTextThatIsNotApprovedIsNotFiled(dev.dianpu.spi.SmsTemplateRegistry.State state) {
    FakeChannel one = room.channel("one");
    file("one", WORDING, "T-17", state.name());
    send(MessageKind.CODE);

    assertThat(one.got.get(0).filed()).isEmpty();
  }

  private void file(String channel, String wording, String id, String state) {
    room.execute("insert into sms_template (channel, wording, wording_digest, kind, gateway_id, state, remark,"
        + " created_at, changed_at) values ('" + channel + "', '" + wording + "', unhex(sha2('" + wording + "', 256)),"
        + " 'CODE', '" + id + "', '" + state + "', '', now(), now())");
    room.forget();
  }
}
