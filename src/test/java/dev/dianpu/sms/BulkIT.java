package dev.dianpu.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsBulkSender;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.system.BareBeans;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One text to many phones, on a real database. */
class BulkIT {

  private static final String TEXT = "新品上市 退订回TD";
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

  /** A gateway that takes many. */
  private static final class ManyChannel implements SmsBulkSender {

    final List<List<PhoneNumber>> calls = new CopyOnWriteArrayList<>();
    final int most;
    Function<List<PhoneNumber>, SendOutcome> answer = phones -> FakeChannel.ACCEPTED;

    ManyChannel(int most) {
      this.most = most;
    }

    List<PhoneNumber> phones() {
      return calls.stream().flatMap(List::stream).toList();
    }

    @Override
    public String id() {
      return "many";
    }

    @Override
    public List<SettingProblem> problems() {
      return List.of();
    }

    @Override
    public int mostNumbers() {
      return most;
    }

    @Override
    public SendOutcome send(SmsMessage message) {
      return sendToMany(new BulkSms(message.attemptId(), List.of(message.to()), message.text(), message.signature(),
          message.template(), message.variables(), message.filed()));
    }

    @Override
    public SendOutcome sendToMany(BulkSms message) {
      assertThat(message.text()).isEqualTo(TEXT);
      assertThat(message.signature()).isEqualTo("好店");
      calls.add(message.to());
      return answer.apply(message.to());
    }
  }

  private static ManyChannel many(int most) {
    ManyChannel channel = new ManyChannel(most);
    room.channels.add(channel);
    return channel;
  }

  private static BulkSending bulks() {
    return room.beans.get(BulkSending.class);
  }

  private static PhoneNumber phone(int number) {
    return new PhoneNumber("+86139%08d".formatted(number));
  }

  private static long draft(int phones) {
    return bulks().draft(TEXT, IntStream.range(0, phones).mapToObj(BulkIT::phone).toList(), 0);
  }

  private static long started(int phones) {
    long id = draft(phones);
    assertThat(bulks().start(id)).isTrue();
    return id;
  }

  private static void work(BareBeans node) {
    node.get(BulkWorker.class).run();
    until(() -> node.get(BulkWorker.class).idle());
    // What a refused call left for single sends.
    node.get(BulkWorker.class).run();
    until(() -> node.get(BulkWorker.class).idle());
  }

  private static void work() {
    work(room.beans);
  }

  private static void until(BooleanSupplier happened) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static String states() {
    return room.read("select state, count(*) from sms_bulk_phone group by state order by state");
  }

  private static void optOut(int number) {
    room.execute("insert into sms_opt_out select to_digest, to_sealed, 'many', 'REPLY', now() from sms_bulk_phone"
        + " order by id limit " + number + ", 1");
  }

  /** Stands for kill -9. */
  private static final class KilledError extends Error {}

  @Test
  void theEstimateSaysWhatItWillCostBeforeAnythingIsSent() {
    ManyChannel channel = many(500);
    room.settings.put("sms.price", "0.045");
    long id = bulks().draft("长".repeat(70), List.of(phone(1), phone(2), phone(3)), 4);
    work();
    BulkSending.View view = bulks().find(id).orElseThrow();
    assertThat(view.draft()).isTrue();
    assertThat(view.wanted()).isEqualTo(3);
    assertThat(view.parts()).isEqualTo(2);
    assertThat(view.cost()).isEqualByComparingTo("0.27");
    assertThat(view.duplicates()).isEqualTo(4);
    assertThat(channel.calls).isEmpty();
    assertThat(bulks().newest(9)).isEmpty();
  }

  @Test
  void aSecondClickOnStartDoesNothing() {
    ManyChannel channel = many(500);
    long id = started(2);
    work();
    assertThat(bulks().start(id)).isFalse();
    work();
    assertThat(channel.phones()).hasSize(2);
  }

  @Test
  void aCallTakesTwoHundredPhonesAndTheLogHasARowForEach() {
    ManyChannel channel = many(500);
    long id = started(450);
    work();
    assertThat(channel.calls).extracting(List::size).containsExactlyInAnyOrder(200, 200, 50);
    assertThat(channel.phones()).doesNotHaveDuplicates();
    assertThat(room.read("select count(*), count(distinct to_digest), min(state), max(gateway_id), max(channel)"
        + " from sms_attempt")).isEqualTo("450 450 ACCEPTED gw-1 many");
    BulkSending.View view = bulks().find(id).orElseThrow();
    assertThat(view.running()).isFalse();
    assertThat(view.count("ACCEPTED")).isEqualTo(450);
    assertThat(room.beans.get(SmsLog.class).page(new SmsLog.Filter(Optional.empty(), Optional.empty(),
        Optional.of(phone(7)), Optional.empty(), Optional.empty()), null, 5).rows()).hasSize(1);
  }

  @Test
  void aGatewayThatTakesFewerGetsFewer() {
    ManyChannel channel = many(30);
    started(70);
    work();
    assertThat(channel.calls).extracting(List::size).containsExactlyInAnyOrder(30, 30, 10);
  }

  @Test
  void withoutAGatewayForManyEachPhoneHasACallOfItsOwn() {
    List<PhoneNumber> got = new CopyOnWriteArrayList<>();
    room.channel("one").answering(message -> {
      got.add(message.to());
      return FakeChannel.ACCEPTED;
    });
    started(20);
    work();
    assertThat(got).hasSize(20).doesNotHaveDuplicates();
    assertThat(states()).isEqualTo("ACCEPTED 20");
  }

  @Test
  void twoNodesSendToEveryPhoneOnce() {
    ManyChannel channel = many(10);
    started(400);
    try (BareBeans other = room.node()) {
      other.get(BulkWorker.class);
      List<Thread> both = Stream.of(room.beans, other).map(node -> new Thread(() -> work(node))).toList();
      both.forEach(Thread::start);
      until(() -> states().equals("ACCEPTED 400"));
      for (Thread thread : both) {
        until(() -> !thread.isAlive());
      }
    }
    assertThat(channel.phones()).hasSize(400).doesNotHaveDuplicates();
  }

  @Test
  void anUnknownOutcomeIsNotSentAgain() {
    ManyChannel channel = many(200);
    channel.answer = phones -> FakeChannel.UNKNOWN;
    started(5);
    work();
    room.clock.forward(Duration.ofDays(1));
    work();
    assertThat(states()).isEqualTo("UNKNOWN 5");
    assertThat(channel.calls).hasSize(1);
    assertThat(bulks().newest(1).get(0).reasons())
        .containsExactly(new BulkSending.Reason(BulkState.UNKNOWN, "", "fake.timeout", 5));
  }

  /** One bad number among two hundred must not keep the others from getting it. */
  @Test
  void aCallThatIsRefusedForOneNumberIsSplit() {
    ManyChannel channel = many(200);
    channel.answer = phones -> phones.contains(phone(3)) ? FakeChannel.rejected(Cause.NUMBER) : FakeChannel.ACCEPTED;
    started(5);
    work();
    assertThat(states()).isEqualTo("ACCEPTED 4, REJECTED 1");
    assertThat(channel.phones()).filteredOn(phone(1)::equals).as("in the refused call and alone").hasSize(2);
    assertThat(room.read("select count(*) from sms_attempt where state = 'ACCEPTED'")).isEqualTo("4");
  }

  @Test
  void aTextThatMayNotBeSentIsNotTriedPhoneByPhone() {
    ManyChannel channel = many(200);
    channel.answer = phones -> FakeChannel.rejected(Cause.TEXT);
    started(5);
    work();
    assertThat(states()).isEqualTo("REJECTED 5");
    assertThat(channel.calls).hasSize(1);
  }

  @Test
  void whatPassesByItselfIsWaitedFor() {
    ManyChannel channel = many(200);
    channel.answer = phones -> FakeChannel.rejected(Cause.UNAVAILABLE);
    started(5);
    work();
    assertThat(states()).isEqualTo("QUEUED 5");
    channel.answer = phones -> FakeChannel.ACCEPTED;
    room.clock.forward(Duration.ofMinutes(1));
    room.forget();
    work();
    assertThat(states()).isEqualTo("ACCEPTED 5");
    assertThat(channel.calls).extracting(List::size).as("together again").containsExactly(5, 5);
  }

  @Test
  void aNodeKilledInTheCallLeavesUnknownOnesAndItsOtherClaimsAreSentByAnother() {
    ManyChannel channel = many(3);
    channel.answer = phones -> {
      throw new KilledError();
    };
    started(3);
    work();
    assertThat(states()).isEqualTo("SENDING 3");
    long other = started(4);
    room.beans.get(BulkRepository.class).claim(BulkState.QUEUED, room.clock.instant(), BulkWorker.CLAIM, 200);
    channel.answer = phones -> FakeChannel.ACCEPTED;
    room.clock.forward(BulkWorker.CLAIM.plusSeconds(1));
    room.beans.get(GiveUpOnAnswers.class).run();
    work();
    assertThat(states()).isEqualTo("ACCEPTED 4, UNKNOWN 3");
    assertThat(bulks().find(other).orElseThrow().count("ACCEPTED")).isEqualTo(4);
  }

  @Test
  void whoOptedOutIsLeftOutBeforeAndWhileItRuns() {
    ManyChannel channel = many(200);
    draft(5);
    optOut(1);
    long id = draft(5);
    assertThat(bulks().find(id).orElseThrow().wanted()).isEqualTo(4);
    bulks().start(id);
    room.execute("delete from sms_bulk where state = 'DRAFT'");
    optOut(3);
    work();
    assertThat(states()).isEqualTo("ACCEPTED 3, OPTED_OUT 2");
    assertThat(channel.phones()).containsExactlyInAnyOrder(phone(0), phone(2), phone(4));
  }

  @Test
  void stoppingKeepsTheRestFromBeingSent() {
    ManyChannel channel = many(200);
    long id = started(5);
    assertThat(bulks().stop(id)).isEqualTo(5);
    work();
    assertThat(channel.calls).isEmpty();
    assertThat(bulks().find(id).orElseThrow().running()).isFalse();
    assertThat(states()).isEqualTo("STOPPED 5");
  }

  @Test
  void draftsThatNobodyStartedGoAfterADay() {
    draft(3);
    started(2);
    room.clock.forward(Duration.ofDays(1).plusSeconds(1));
    assertThat(room.beans.get(BulkDrafts.class).deleteExpired(room.clock.instant(), 500)).isEqualTo(1);
    assertThat(states()).isEqualTo("QUEUED 2");
  }

  @Test
  void tenThousandPhonesAreKeptAtOnce() {
    long id = draft(BulkSending.MOST);
    assertThat(bulks().find(id).orElseThrow().phones()).isEqualTo(10_000);
    assertThat(room.read("select count(*) from sms_bulk_phone")).isEqualTo("10000");
  }
}
