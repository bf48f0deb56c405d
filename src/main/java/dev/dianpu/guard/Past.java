package dev.dianpu.guard;

import dev.dianpu.platform.web.AddressRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Goes through past counts in their order and does what {@link Evaluation} would have done. */
final class Past {

  private static final long DAY = 288;
  private static final long HOUR = 12;
  private static final int MOST_CASES = 20;

  private final Rules rules;
  private final long start;
  private final List<AddressRange> blocked;
  private final List<AddressRange> trusted;
  private final Map<Subject, Series> series = new HashMap<>();
  private final Map<Subject, Held> held = new HashMap<>();
  private final Map<Case, Replayed.Met> cases = new LinkedHashMap<>();
  private final Map<Case, Instant> firsts = new HashMap<>();
  private final Map<Step, Replayed.Met> steps = new EnumMap<>(Step.class);
  private Replayed.Met all = Replayed.Met.NOTHING;
  private Replayed.Met refused = Replayed.Met.NOTHING;
  private long first = Long.MAX_VALUE;

  /** A level in the past, in pieces of five minutes; {@code end} is the first that is free of it. */
  private record Held(Step step, long end, int pauses, long countedFrom) {}

  private record Case(Subject subject, Step step) {}

  /**
   * Nothing so far.
   *
   * @param start the first piece that is judged
   */
  Past(Rules rules, long start, List<AddressRange> blocked, List<AddressRange> trusted) {
    this.rules = rules;
    this.start = start;
    this.blocked = blocked;
    this.trusted = trusted;
  }

  /** Goes on with rows in the order of their time. */
  void day(List<CountRepository.Piece> rows) {
    Set<Subject> touched = new LinkedHashSet<>();
    long current = Long.MIN_VALUE;
    for (CountRepository.Piece row : rows) {
      long bucket = Buckets.number(row.bucket());
      if (bucket != current) {
        judge(touched, current);
        touched.clear();
        current = bucket;
        first = Math.min(first, bucket);
      }
      take(Traffic.ofFlow(row.subject().name()), bucket, row.count(), touched);
    }
    judge(touched, current);
  }

  private void take(Traffic traffic, long bucket, Count count, Set<Subject> touched) {
    List<Subject> subjects = traffic.subjects();
    if (bucket >= start) {
      all = all.plus(count);
      if (in(blocked, traffic)) {
        refused = refused.plus(count);
        return;
      }
      if (!in(trusted, traffic) && meets(subjects, bucket, count)) {
        return;
      }
    }
    subjects.forEach(subject -> series.computeIfAbsent(subject, key -> new Series()).add(bucket, count));
    touched.addAll(subjects);
  }

  /** Notes whom the hardest level of these meets; true if a pause stops it. */
  private boolean meets(List<Subject> subjects, long bucket, Count count) {
    Optional<Subject> hardest = subjects.stream().filter(subject -> lasts(held.get(subject), bucket))
        .max(Comparator.comparing(subject -> held.get(subject).step()));
    hardest.ifPresent(subject -> {
      Step step = held.get(subject).step();
      steps.merge(step, Replayed.Met.NOTHING.plus(count), (known, more) -> known.plus(count));
      cases.merge(new Case(subject, step), Replayed.Met.NOTHING.plus(count), (known, more) -> known.plus(count));
    });
    return hardest.filter(subject -> held.get(subject).step() == Step.PAUSE).isPresent();
  }

  private static boolean in(List<AddressRange> ranges, Traffic traffic) {
    if (ranges.isEmpty()) {
      return false;
    }
    int slash = traffic.range().indexOf('/');
    String address = slash < 0 ? traffic.range() : traffic.range().substring(0, slash);
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static boolean lasts(Held level, long bucket) {
    return level != null && bucket < level.end();
  }

  private void judge(Set<Subject> touched, long bucket) {
    if (bucket >= start) {
      touched.forEach(subject -> judge(subject, bucket));
    }
  }

  private void judge(Subject subject, long bucket) {
    Held known = held.get(subject);
    Optional<Step> step = step(subject, bucket, known == null ? 0 : known.countedFrom());
    if (step.isEmpty()) {
      return;
    }
    boolean lasting = lasts(known, bucket + 1);
    if (lasting && known.step().compareTo(step.get()) >= 0) {
      if (known.step() == step.get() && step.get() != Step.PAUSE) {
        held.put(subject, new Held(step.get(), bucket + 1 + pieces(Evaluation.HOLD.toMinutes()), known.pauses(),
            known.countedFrom()));
      }
      return;
    }
    held.put(subject, held(step.get(), bucket + 1, known));
    steps.merge(step.get(), Replayed.Met.NOTHING.decided(), (met, more) -> met.decided());
    Case one = new Case(subject, step.get());
    cases.merge(one, Replayed.Met.NOTHING.decided(), (met, more) -> met.decided());
    firsts.putIfAbsent(one, Buckets.at(bucket));
  }

  private Held held(Step step, long from, Held known) {
    int before = known == null || from >= known.countedFrom() + DAY ? 0 : known.pauses();
    if (step == Step.PAUSE) {
      long end = from + pieces(rules.pause(before).toMinutes());
      return new Held(step, end, before + 1, end);
    }
    return new Held(step, from + pieces(Evaluation.HOLD.toMinutes()), before, known == null ? 0 : known.countedFrom());
  }

  private static long pieces(long minutes) {
    long length = Buckets.LENGTH.toMinutes();
    return (minutes + length - 1) / length;
  }

  private Optional<Step> step(Subject subject, long bucket, long countedFrom) {
    Series known = series.get(subject);
    Optional<Step> hardest = Optional.empty();
    History history = null;
    for (Window window : Window.values()) {
      long from = Math.max(countedFrom, bucket - window.buckets() + 1);
      long sent = known.sent(from, bucket);
      long verified = known.verified(from, bucket);
      if (sent - verified > rules.leastFloor(window)) {
        history = history == null ? history(known, bucket) : history;
        Optional<Step> step = rules.step(new Measure(subject, window, sent, verified, window.normal(history)));
        hardest = harder(hardest, step);
      }
    }
    return hardest;
  }

  private static Optional<Step> harder(Optional<Step> one, Optional<Step> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  private History history(Series known, long bucket) {
    int days = (int) Math.min(History.DAYS, (bucket - first) / DAY);
    long[] hours = new long[days];
    long[] whole = new long[days];
    for (int day = 1; day <= days; day++) {
      long end = bucket - day * DAY;
      hours[day - 1] = Math.max(0, known.sent(end - HOUR + 1, end) - known.verified(end - HOUR + 1, end));
      whole[day - 1] = Math.max(0, known.sent(end - DAY + 1, end) - known.verified(end - DAY + 1, end));
    }
    return History.of(hours, whole);
  }

  Replayed result(Instant since, boolean cut) {
    List<Replayed.Case> list = new ArrayList<>();
    cases.forEach((one, met) -> list.add(new Replayed.Case(one.subject(), one.step(), firsts.get(one), met)));
    list.sort(Comparator.comparing(Replayed.Case::step).reversed()
        .thenComparing(Comparator.comparingLong((Replayed.Case one) -> one.met().sent()).reversed()));
    Map<Step, Replayed.Met> full = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      full.put(step, steps.getOrDefault(step, Replayed.Met.NOTHING));
    }
    return new Replayed(since, all, refused, full, list.subList(0, Math.min(MOST_CASES, list.size())), cut);
  }
}
