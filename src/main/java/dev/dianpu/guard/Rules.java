package dev.dianpu.guard;

import dev.dianpu.spi.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * When which step is taken.
 *
 * @param modes of each step
 * @param conversion percent of used codes from which on nothing is suspicious, however much is sent
 * @param factors percent of what is expected at which each step is taken
 * @param normal percent of a normal day that is still expected
 * @param floors unverified sends in an hour that are always fine
 * @param firstPause how long the first pause takes; each one after it twice as long
 * @param longestPause at most
 */
record Rules(Map<Step, Mode> modes, long conversion, Map<Step, Long> factors, long normal, Map<Kind, Long> floors,
    Duration firstPause, Duration longestPause) {

  private static final long HUNDRED = 100;
  private static final int MOST_DOUBLINGS = 20;

  static Rules of(Settings settings) {
    Map<Step, Mode> modes = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      modes.put(step, Mode.valueOf(settings.text(step.setting())));
    }
    Map<Kind, Long> floors = new EnumMap<>(Kind.class);
    long range = settings.number(GuardGroup.FLOOR_RANGE);
    Kind.JUDGED.forEach(kind -> floors.put(kind, range));
    floors.put(Kind.SITE, settings.number(GuardGroup.FLOOR_SITE));
    floors.put(Kind.PREFIX, settings.number(GuardGroup.FLOOR_PREFIX));
    return new Rules(modes, settings.number(GuardGroup.CONVERSION),
        Map.of(Step.PROOF, HUNDRED, Step.SLIDER, settings.number(GuardGroup.SLIDER_FACTOR),
            Step.PAUSE, settings.number(GuardGroup.PAUSE_FACTOR)),
        settings.number(GuardGroup.NORMAL), floors,
        Duration.ofMinutes(settings.number(GuardGroup.PAUSE)), Duration.ofMinutes(settings.number(GuardGroup.LONGEST)));
  }

  /** So many unverified sends are fine. */
  long expected(Measure measure) {
    return Math.max(measure.window().floor(floors.get(measure.subject().kind())),
        measure.normal() * normal / HUNDRED);
  }

  /** The hardest step that what was measured calls for; none that is off. */
  Optional<Step> step(Measure measure) {
    if (measure.verified() * HUNDRED >= measure.sent() * conversion) {
      return Optional.empty();
    }
    long expected = expected(measure);
    return Arrays.stream(Step.values())
        .filter(step -> modes.get(step) != Mode.OFF)
        .filter(step -> step != Step.PAUSE || measure.subject().kind().pausable())
        .filter(step -> measure.unverified() * HUNDRED > expected * factors.get(step))
        .reduce((easier, harder) -> harder);
  }

  /** How long the next pause takes. */
  Duration pause(int before) {
    Duration doubled = firstPause.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
    return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
  }

  /** The least floor of any: what stays below needs no closer look. */
  long leastFloor(Window window) {
    return floors.values().stream().mapToLong(window::floor).min().orElse(0);
  }

  /** What is enforced of a level. */
  Level enforced(Level level) {
    return Arrays.stream(Step.values()).filter(step -> modes.get(step) == Mode.ENFORCE).map(Step::level)
        .filter(reached -> reached.compareTo(level) <= 0).reduce(Level.CALM, Level::or);
  }
}
