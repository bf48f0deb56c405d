package dev.dianpu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Too early a step hurts honest people, too late a one costs the owner money. */
class RulesTest {

  private static Rules rules(Mode proof, Mode slider, Mode pause) {
    Map<Kind, Long> floors = new EnumMap<>(Kind.class);
    Kind.JUDGED.forEach(kind -> floors.put(kind, 10L));
    return new Rules(Map.of(Step.PROOF, proof, Step.SLIDER, slider, Step.PAUSE, pause), 50,
        Map.of(Step.PROOF, 100L, Step.SLIDER, 200L, Step.PAUSE, 300L), 300, floors, Duration.ofMinutes(5),
        Duration.ofMinutes(60));
  }

  private static final Rules ALL = rules(Mode.ENFORCE, Mode.ENFORCE, Mode.ENFORCE);

  private static Measure hour(Kind kind, long sent, long verified, long normal) {
    return new Measure(new Subject(kind, kind == Kind.SITE ? "" : "x"), Window.HOUR, sent, verified, normal);
  }

  @Test
  void theFloorAndThreeTimesANormalDayAreFine() {
    assertThat(ALL.step(hour(Kind.RANGE, 10, 0, 0))).isEmpty();
    assertThat(ALL.step(hour(Kind.RANGE, 11, 0, 0))).contains(Step.PROOF);
    assertThat(ALL.step(hour(Kind.RANGE, 60, 0, 20))).isEmpty();
    assertThat(ALL.step(hour(Kind.RANGE, 61, 0, 20))).contains(Step.PROOF);
  }

  @Test
  void theWholeShopAndACountryAreNeverPaused() {
    assertThat(ALL.step(hour(Kind.RANGE, 31, 0, 0))).contains(Step.PAUSE);
    assertThat(ALL.step(hour(Kind.PREFIX, 31, 0, 0))).contains(Step.PAUSE);
    assertThat(ALL.step(hour(Kind.VIRTUAL, 31, 0, 0))).contains(Step.PAUSE);
    assertThat(ALL.step(hour(Kind.SITE, 100_000, 0, 0))).contains(Step.SLIDER);
    assertThat(ALL.step(hour(Kind.COUNTRY, 100_000, 0, 0))).contains(Step.SLIDER);
  }

  @Test
  void halfOfTheCodesUsedIsNotSuspicious() {
    assertThat(ALL.step(hour(Kind.RANGE, 200, 100, 0))).isEmpty();
    assertThat(ALL.step(hour(Kind.RANGE, 200, 99, 0))).contains(Step.PAUSE);
    assertThat(ALL.step(hour(Kind.RANGE, 0, 0, 0))).isEmpty();
  }

  @Test
  void onlyEnforcedStepsHaveAnEffect() {
    Rules mixed = rules(Mode.ENFORCE, Mode.OFF, Mode.RECORD);
    assertThat(mixed.step(hour(Kind.RANGE, 21, 0, 0))).contains(Step.PROOF);
    assertThat(mixed.step(hour(Kind.RANGE, 31, 0, 0))).contains(Step.PAUSE);
    assertThat(mixed.enforced(Level.PAUSED)).isEqualTo(Level.WATCHFUL);
    assertThat(rules(Mode.OFF, Mode.OFF, Mode.ENFORCE).enforced(Level.STRICT)).isEqualTo(Level.CALM);
    assertThat(ALL.enforced(Level.PAUSED)).isEqualTo(Level.PAUSED);
  }

  @Test
  void theProofOfWorkIsHarderWhereCodesAreNotUsed() {
    assertThat(GuardDifficulty.harder(Level.CALM, 100)).isEqualTo(100);
    assertThat(GuardDifficulty.harder(Level.WATCHFUL, 100)).isEqualTo(400);
    assertThat(GuardDifficulty.harder(Level.STRICT, 100)).isEqualTo(800);
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    assertThat(ALL.pause(0)).isEqualTo(Duration.ofMinutes(5));
    assertThat(ALL.pause(3)).isEqualTo(Duration.ofMinutes(40));
    assertThat(ALL.pause(4)).isEqualTo(Duration.ofMinutes(60));
    assertThat(ALL.pause(1000)).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void theMiddleOfTheDaysIsNormalAndTwoDaysTellNothing() {
    assertThat(History.of(new long[] {5000, 1, 3}, new long[] {9000, 2, 7})).isEqualTo(new History(3, 7));
    assertThat(History.of(new long[] {5, 5}, new long[] {5, 5})).isEqualTo(History.NONE);
    assertThat(Window.TEN_MINUTES.normal(new History(7, 0))).isEqualTo(2);
  }
}
