package dev.dianpu.guard;

import static dev.dianpu.guard.GuardBeans.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.BareBeans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent and used is counted by all nodes together, and what is unusual makes the gate harder, never for good. */
class GuardIT {

  private static final String ADDRESS = "203.0.113.7";
  private static final String ELSEWHERE = "192.0.2.9";

  private static GuardBeans room;
  private static Gate gate;
  private static Instant start = Instant.parse("2026-11-23T04:00:00Z");

  @BeforeAll
  static void open() {
    room = new GuardBeans();
    gate = room.beans.get(Gate.class);
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void reset() {
    room.reset();
    // A time that no other test has seen.
    room.clock.forward(Duration.between(room.clock.instant(), start));
    start = start.plus(Duration.ofDays(1000));
  }

  private static void later(Duration step) {
    room.clock.forward(step);
    room.beans.get(GuardWork.class).run();
  }

  @Test
  void twoNodesAddUpWhatTheyCountedInOneRowASubject() {
    try (BareBeans other = room.node()) {
      AtomicInteger thread = new AtomicInteger();
      AtOnce.run(8, () -> {
        Counters counters = (thread.getAndIncrement() % 2 == 0 ? room.beans : other).get(Counters.class);
        for (int i = 0; i < 50; i++) {
          counters.asked();
          counters.sent(phone("1700013", i), ADDRESS);
          counters.refused("too-soon");
          counters.flush();
        }
        counters.verified(phone("1700013", 1), "2001:db8:7::1");
        return null;
      });
      room.beans.get(Counters.class).flush();
      other.get(Counters.class).flush();
    }
    assertThat(room.read("select kind, subject, asked, sent, verified from guard_count"
        + " where kind <> 'FLOW' order by kind, subject")).isEqualTo("PREFIX 1700013 0 400 8,"
        + " RANGE 2001:db8:7::/48 0 0 8, RANGE 203.0.113.0/24 0 400 0, REFUSED too-soon 400 0 0,"
        + " SITE  400 400 8, VIRTUAL 170 0 400 8");
    assertThat(room.read("select sum(sent), sum(verified) from guard_count where kind = 'FLOW'")).isEqualTo("400 8");
  }

  @Test
  void manyUnusedCodesOfOneRangePauseItForMinutesAndNobodyElse() {
    room.flood(ADDRESS, "1380013", 16, 0);

    Verdict verdict = gate.verdict(phone("1570000", 1), "203.0.113.200");
    assertThat(verdict.level()).isEqualTo(Level.PAUSED);
    assertThat(verdict.retryAfter()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    assertThat(gate.verdict(phone("1570000", 1), ELSEWHERE).level()).isEqualTo(Level.CALM);
    assertThat(gate.level(ADDRESS)).isEqualTo(Level.STRICT);
    assertThat(room.read("select kind, subject, span, sent, verified, expected, step, mode from guard_decision"
        + " order by kind")).isEqualTo("PREFIX 1380013 TEN_MINUTES 16 0 5 PAUSE ENFORCE,"
        + " RANGE 203.0.113.0/24 TEN_MINUTES 16 0 5 PAUSE ENFORCE");

    later(Duration.ofMinutes(10));
    assertThat(gate.verdict(phone("1570000", 1), ADDRESS).level()).isEqualTo(Level.CALM);
    assertThat(room.read("select stopped from guard_decision where kind = 'RANGE'")).isEqualTo("1");
  }

  /** Otherwise a pause would follow itself for as long as its own sends are remembered. */
  @Test
  void afterAPauseOnlyNewSendsAreJudgedAndTheNextOneIsTwiceAsLongUpToTheLimit() {
    room.settings.put("guard.longest-minutes", "20");
    for (int minutes : new int[] {5, 10, 20, 20}) {
      room.flood(ADDRESS, "1380013", 16, 0);
      Duration pause = gate.verdict(phone("1380013", 1), ADDRESS).retryAfter();
      assertThat(pause).isBetween(Duration.ofMinutes(minutes), Duration.ofMinutes(minutes + 5));
      later(pause);
      later(GuardWork.LOOK);
      assertThat(gate.verdict(phone("1380013", 1), ADDRESS).level()).isEqualTo(Level.CALM);
    }
    later(Duration.ofDays(2));
    room.flood(ADDRESS, "1380013", 16, 0);
    assertThat(gate.verdict(phone("1380013", 1), ADDRESS).retryAfter()).isLessThanOrEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void theGateHardensStepByStep() {
    room.flood(ADDRESS, "1380013", 5, 0);
    assertThat(gate.level(ADDRESS)).isEqualTo(Level.CALM);
    room.clock.forward(GuardWork.LOOK);
    room.flood(ADDRESS, "1380013", 1, 0);
    assertThat(gate.level(ADDRESS)).isEqualTo(Level.WATCHFUL);
    room.clock.forward(GuardWork.LOOK);
    room.flood(ADDRESS, "1380013", 5, 0);
    assertThat(gate.level(ADDRESS)).isEqualTo(Level.STRICT);
    room.clock.forward(GuardWork.LOOK);
    room.flood(ADDRESS, "1380013", 5, 0);
    assertThat(gate.verdict(phone("1380013", 1), ADDRESS).level()).isEqualTo(Level.PAUSED);
    assertThat(room.read("select step from guard_decision where kind = 'RANGE' order by id"))
        .isEqualTo("PROOF, SLIDER, PAUSE");
  }

  @Test
  void manySendsFromEverywhereMakeItHarderForAllAndPauseNobody() {
    for (int i = 0; i < 61; i++) {
      room.beans.get(Counters.class).sent(phone("13" + (10_000 + i), i), "10." + i + ".0.1");
    }
    room.beans.get(GuardWork.class).run();
    assertThat(gate.level(ELSEWHERE)).isEqualTo(Level.STRICT);
    assertThat(gate.verdict(phone("1570000", 1), ELSEWHERE).level()).isEqualTo(Level.STRICT);
    assertThat(room.beans.get(GuardAlerts.class).alerts()).extracting("message")
        .containsExactly("guard.alert.site.STRICT");
    later(Duration.ofMinutes(30));
    later(Duration.ofMinutes(9));
    // While the hour still holds them the level is kept up, and its decision says until when.
    assertThat(gate.level(ELSEWHERE)).isEqualTo(Level.WATCHFUL);
    assertThat(room.read("select step, timestampdiff(minute, at, ends_at) from guard_decision order by id"))
        .isEqualTo("SLIDER 10, PROOF 19");
    later(Duration.ofHours(1));
    assertThat(gate.level(ELSEWHERE)).isEqualTo(Level.CALM);
  }

  @Test
  void aSaleWhoseCodesAreUsedIsNotHindered() {
    room.flood(ADDRESS, "1380013", 400, 210);
    assertThat(gate.verdict(phone("1380013", 1), ADDRESS).level()).isEqualTo(Level.CALM);
    assertThat(room.read("select count(*) from guard_decision")).isEqualTo("0");
  }

  @Test
  void whatIsNormalAtThisHourIsLearntFromFourteenDaysAndAFewBadOnesDoNotCount() {
    Instant now = room.clock.instant();
    for (int day = 1; day <= 14; day++) {
      Instant then = now.minus(Duration.ofDays(day)).minus(Duration.ofMinutes(20));
      room.past(Kind.SITE, "", then, day <= 6 ? 5000 : 120, 20);
      room.past(Kind.RANGE, "203.0.113.0/24", then, 100, 20);
      // Another hour of the day says nothing of this one.
      room.past(Kind.RANGE, "203.0.113.0/24", then.minus(Duration.ofHours(3)), 900, 0);
    }
    // Counting began a while before the oldest of these days.
    room.past(Kind.SITE, "", now.minus(Duration.ofDays(15)), 1, 1);
    History site = room.beans.get(CountRepository.class).histories(List.of(Subject.SITE), now).get(Subject.SITE);
    assertThat(site).isEqualTo(new History(100, 100));

    room.flood(ADDRESS, "1380013", 42, 0);
    // 80 in a normal hour are 14 in ten minutes, of which three times as many are fine: 42. The prefix is a new one.
    assertThat(room.read("select kind, normal, expected from guard_decision order by kind, id"))
        .isEqualTo("PREFIX 0 5");
    room.clock.forward(GuardWork.LOOK);
    room.flood(ADDRESS, "1571111", 1, 0);
    assertThat(room.read("select kind, span, sent, normal, expected, step from guard_decision where kind = 'RANGE'"))
        .isEqualTo("RANGE TEN_MINUTES 43 14 42 PROOF");
  }

  @Test
  void whatIsOnlyRecordedIsWrittenDownAndStopsNobody() {
    room.settings.put("guard.pause", "RECORD");
    room.flood(ADDRESS, "1380013", 16, 0);
    assertThat(gate.verdict(phone("1380013", 1), ADDRESS).level()).isEqualTo(Level.STRICT);
    assertThat(room.read("select distinct step, mode from guard_decision")).isEqualTo("PAUSE RECORD");
    // Enforced from the moment that the owner says so.
    room.settings.put("guard.pause", "ENFORCE");
    assertThat(gate.verdict(phone("1380013", 1), ADDRESS).level()).isEqualTo(Level.PAUSED);
  }

  @Test
  void aStepThatIsOffIsNotTaken() {
    room.settings.putAll(Map.of("guard.pause", "OFF", "guard.slider", "OFF"));
    room.flood(ADDRESS, "1380013", 40, 0);
    assertThat(gate.verdict(phone("1380013", 1), ADDRESS).level()).isEqualTo(Level.WATCHFUL);
  }

  @Test
  void anAdminEndsAPauseAndItDoesNotComeBackForTheSameSends() {
    room.flood(ADDRESS, "1380013", 16, 0);
    Lift lift = room.beans.get(Lift.class);
    Subject range = new Subject(Kind.RANGE, "203.0.113.0/24");

    assertThat(lift.lift(range)).isTrue();
    assertThat(lift.lift(range)).isFalse();
    later(GuardWork.LOOK);
    assertThat(gate.verdict(phone("1570000", 1), ADDRESS).level()).isEqualTo(Level.CALM);
    assertThat(gate.verdict(phone("1380013", 1), ELSEWHERE).level()).isEqualTo(Level.PAUSED);
    assertThat(room.logged).containsExactly("admin.log.guard-lifted 203.0.113.0/24 CALM");
  }

  @Test
  void anotherNodeKnowsALevelWhenItIsToldOfAChange() {
    try (BareBeans other = room.node()) {
      assertThat(other.get(Gate.class).level(ADDRESS)).isEqualTo(Level.CALM);
      room.flood(ADDRESS, "1380013", 16, 0);
      GuardBeans.forget(other);
      assertThat(other.get(Gate.class).verdict(phone("1570000", 1), ADDRESS).level()).isEqualTo(Level.PAUSED);
    }
  }

  @Test
  void ofTwoNodesOneDecides() {
    try (BareBeans other = room.node()) {
      for (int i = 0; i < 16; i++) {
        room.beans.get(Counters.class).sent(phone("1380013", i), ADDRESS);
      }
      room.beans.get(Counters.class).flush();
      AtomicInteger thread = new AtomicInteger();
      AtOnce.run(8, () -> {
        (thread.getAndIncrement() % 2 == 0 ? room.beans : other).get(GuardWork.class).run();
        return null;
      });
    }
    assertThat(room.read("select count(*) from guard_decision")).isEqualTo("2");
  }

  @Test
  void trustedRangesAreLetAloneAndBlockedOnesGetNothing() {
    room.settings.put("guard.trusted", "203.0.113.0/25\n2001:db8::/32");
    room.settings.put("guard.blocked", "192.0.2.9");
    room.flood(ADDRESS, "1380013", 16, 0);
    assertThat(gate.verdict(phone("1380013", 1), ADDRESS).level()).isEqualTo(Level.CALM);
    assertThat(gate.verdict(phone("1570000", 1), "203.0.113.129").level()).isEqualTo(Level.PAUSED);
    assertThat(gate.verdict(phone("1570000", 1), ELSEWHERE)).isEqualTo(new Verdict(Level.PAUSED, true, Duration.ZERO));
  }

  @Test
  void aCountryThatAPluginKnowsMakesItHarderForThatCountryAndPausesNone() {
    for (int i = 0; i < 40; i++) {
      room.beans.get(Counters.class).sent(phone("13" + (10_000 + i), i), "198.51." + i + ".1");
    }
    room.settings.put("guard.floor-site", "1000");
    room.beans.get(GuardWork.class).run();
    assertThat(gate.level("198.51.200.1")).isEqualTo(Level.STRICT);
    assertThat(gate.level(ELSEWHERE)).isEqualTo(Level.CALM);
  }

  @Test
  void oldRowsGoAndNewOnesStay() {
    Instant now = room.clock.instant();
    for (Kind kind : List.of(Kind.SITE, Kind.RANGE, Kind.FLOW)) {
      room.past(kind, "a", now.minus(Duration.ofDays(15)), 1, 0);
      room.past(kind, "a", now.minus(Duration.ofDays(30)), 1, 0);
      room.past(kind, "a", now.minus(Duration.ofDays(60)), 1, 0);
    }
    Expiring rows = room.beans.get(CountRepository.class);
    assertThat(rows.deleteExpired(now, 1)).isEqualTo(1);
    while (rows.deleteExpired(now, 100) == 100) {
      // Until nothing is left to delete.
    }
    assertThat(room.read("select kind, count(*) from guard_count group by kind order by kind"))
        .isEqualTo("FLOW 1, RANGE 1, SITE 2");
  }

  @Test
  void theLogOfDecisionsIsPagedAndFiltered() {
    for (int i = 0; i < 5; i++) {
      room.flood("10.1." + i + ".1", "138001" + i, 16, 0);
      room.clock.forward(GuardWork.LOOK);
    }
    Decisions decisions = room.beans.get(Decisions.class);
    var first = decisions.page(Decisions.Filter.all(), null, 6);
    var second = decisions.page(Decisions.Filter.all(), first.before().orElseThrow(), 6);
    assertThat(first.rows()).hasSize(6);
    assertThat(second.rows()).isNotEmpty().doesNotContainAnyElementsOf(first.rows());
    var ranges = decisions.page(new Decisions.Filter(Optional.of(Kind.RANGE), Optional.of(Step.PAUSE),
        Optional.empty(), Optional.empty(), Optional.empty()), null, 30);
    assertThat(ranges.rows()).hasSize(5).allMatch(decision -> decision.measure().subject().kind() == Kind.RANGE);
  }
}
