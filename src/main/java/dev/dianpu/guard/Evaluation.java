package dev.dianpu.guard;

import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the counts and decides. One node at a time does so. */
@ApplicationScoped
class Evaluation {

  /** How long an easier level lasts after the last look that called for it. */
  static final Duration HOLD = Duration.ofMinutes(10);

  @Inject CountRepository counts;
  @Inject LevelRepository levels;
  @Inject LevelChanges changes;
  @Inject Settings settings;

  /** What a look found for a subject. */
  record Finding(Measure measure, Step step, long expected) {

    /** How many times as much as expected: of two windows that call for the same step the clearer one is told. */
    private double excess() {
      return (double) measure.unverified() / Math.max(1, expected);
    }

    Finding or(Finding other) {
      int harder = step.compareTo(other.step);
      return harder > 0 || (harder == 0 && excess() >= other.excess()) ? this : other;
    }
  }

  /** Looks, and writes down what was decided; those decisions. */
  List<Decision> look(Instant now) {
    Rules rules = Rules.of(settings);
    Map<Subject, Standing> known = levels.all();
    List<Decision> decided = new ArrayList<>();
    findings(rules, now).forEach((subject, finding) ->
        decide(finding, Optional.ofNullable(known.get(subject)), rules, now).ifPresent(decided::add));
    return decided;
  }

  private Map<Subject, Finding> findings(Rules rules, Instant now) {
    Map<Window, List<CountRepository.Sum>> sums = new HashMap<>();
    for (Window window : Window.values()) {
      sums.put(window, counts.above(rules.leastFloor(window), window.start(now)));
    }
    Set<Subject> suspects = sums.values().stream().flatMap(List::stream).map(CountRepository.Sum::subject)
        .collect(Collectors.toSet());
    Map<Subject, History> histories = counts.histories(suspects, now);
    Map<Subject, Finding> found = new HashMap<>();
    sums.forEach((window, list) -> list.forEach(sum -> {
      Measure measure = new Measure(sum.subject(), window, sum.sent(), sum.verified(),
          window.normal(histories.getOrDefault(sum.subject(), History.NONE)));
      rules.step(measure).ifPresent(step -> found.merge(
          sum.subject(), new Finding(measure, step, rules.expected(measure)), Finding::or));
    }));
    return found;
  }

  private Optional<Decision> decide(Finding finding, Optional<Standing> known, Rules rules, Instant now) {
    Level level = finding.step().level();
    Optional<Standing> lasting = known.filter(standing -> standing.lasts(now));
    if (lasting.isPresent() && lasting.get().level().compareTo(level) >= 0) {
      Standing same = lasting.get();
      boolean soonOver = now.plus(HOLD.dividedBy(2)).isAfter(same.endsAt());
      if (same.level() == level && level != Level.PAUSED && soonOver) {
        changes.extend(same, now.plus(HOLD));
      }
      return Optional.empty();
    }
    Mode mode = rules.modes().get(finding.step());
    return Optional.of(changes.decide(finding, standing(finding, known, rules, now), mode));
  }

  /** A pause ends with a piece of five minutes, and what was sent before its end is served for. */
  private static Standing standing(Finding finding, Optional<Standing> known, Rules rules, Instant now) {
    Subject subject = finding.measure().subject();
    Level level = finding.step().level();
    int pauses = known.map(standing -> standing.pausesLately(now)).orElse(0);
    if (level == Level.PAUSED) {
      Instant end = Buckets.from(now.plus(rules.pause(pauses)));
      return new Standing(subject, level, now, end, pauses + 1, end, 0);
    }
    return new Standing(subject, level, now, now.plus(HOLD), pauses,
        known.map(Standing::countedFrom).orElse(Instant.EPOCH), 0);
  }
}
