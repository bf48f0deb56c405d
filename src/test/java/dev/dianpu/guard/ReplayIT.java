package dev.dianpu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An owner sees what rules would have done before he enforces them, and whom they would have hurt. */
class ReplayIT {

  private static GuardBeans room;

  @BeforeAll
  static void open() {
    room = new GuardBeans();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void reset() {
    room.reset();
  }

  private static Replayed run() {
    return room.beans.get(Replay.class).run(room.live());
  }

  private static void flow(String range, String prefix, Instant at, int sent, int verified) {
    room.past(Kind.FLOW, new Traffic(range, prefix, "").flow(), at, sent, verified);
  }

  @Test
  void aQuietWeekMeetsNobody() {
    for (int hour = 1; hour < 160; hour++) {
      flow("203.0.113.0/24", "1380013", room.clock.instant().minus(Duration.ofHours(hour)), 3, 2);
    }
    Replayed replayed = run();
    assertThat(replayed.all()).isEqualTo(new Replayed.Met(0, 477, 318));
    assertThat(replayed.cases()).isEmpty();
  }

  @Test
  void aFloodOfOneRangeIsStoppedAndTheHonestOnesInItAreTold() {
    Instant attack = Buckets.of(room.clock.instant().minus(Duration.ofDays(2)));
    for (int piece = 0; piece < 12; piece++) {
      Instant at = attack.plus(Buckets.LENGTH.multipliedBy(piece));
      for (int prefix = 0; prefix < 20; prefix++) {
        flow("203.0.113.0/24", "13800" + (10 + prefix), at, 1, prefix == 0 ? 1 : 0);
      }
      flow("192.0.2.0/24", "1571111", at, 1, 1);
    }
    Replayed replayed = run();
    Replayed.Met paused = replayed.steps().get(Step.PAUSE);
    // The first piece passes; pauses of 5, 10, 20 and 40 minutes follow, each after a piece that passed.
    assertThat(paused).isEqualTo(new Replayed.Met(4, 8 * 20, 8));
    assertThat(replayed.cases().get(0).subject()).isEqualTo(new Subject(Kind.RANGE, "203.0.113.0/24"));
    assertThat(replayed.cases().get(0).first()).isEqualTo(attack);
    assertThat(replayed.all()).isEqualTo(new Replayed.Met(0, 12 * 21, 24));

    room.settings.put("guard.trusted", "203.0.113.0/24");
    assertThat(run().steps().get(Step.PAUSE).sent()).isZero();
    room.settings.put("guard.blocked", "192.0.2.0/24");
    assertThat(run().blocked()).isEqualTo(new Replayed.Met(0, 12, 12));
    room.settings.putAll(Map.of("guard.trusted", "", "guard.pause", "OFF"));
    assertThat(run().steps().get(Step.PAUSE)).isEqualTo(Replayed.Met.NOTHING);
    assertThat(run().steps().get(Step.SLIDER).sent()).isPositive();
  }

  @Test
  void theSameFloodThatIsDecidedLiveIsDecidedInTheReplay() {
    room.flood("203.0.113.7", "1380013", 16, 0);
    String live = room.read("select kind, subject, step from guard_decision order by kind");
    room.clock.forward(Duration.ofHours(1));
    assertThat(run().cases().stream().map(one -> one.subject().kind() + " " + one.subject().name() + " " + one.step())
        .sorted().toList()).isEqualTo(List.of(live.split(", ")));
  }

  @Test
  void aHundredThousandSendsTakeAFewSeconds() {
    Map<Count.Key, Count> rows = new TreeMap<>();
    Instant start = Buckets.of(room.clock.instant().minus(Duration.ofDays(7))).plus(Buckets.LENGTH);
    for (int i = 0; i < 100_000; i++) {
      Traffic traffic = new Traffic("10." + i % 50 + "." + i / 50 % 200 + ".0/24", "13" + (10_000 + i * 7 % 80_000), "");
      rows.merge(new Count.Key(new Subject(Kind.FLOW, traffic.flow()),
          start.plus(Buckets.LENGTH.multipliedBy(i / 50))), new Count(1, 1, i % 2), Count::plus);
    }
    room.beans.get(CountRepository.class).add(rows);
    // Of this thread alone: on a busy machine a clock on the wall tells of others.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    Replayed replayed = run();
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    assertThat(replayed.all().sent()).isEqualTo(100_000);
    assertThat(replayed.cut()).isFalse();
    assertThat(took).isLessThan(Duration.ofSeconds(8));
  }
}
