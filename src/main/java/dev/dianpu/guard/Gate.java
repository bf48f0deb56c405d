package dev.dianpu.guard;

import dev.dianpu.platform.database.Kept;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How hard it is now to get a code. Answers from memory; what a node decides the others know within two seconds. */
@ApplicationScoped
public class Gate {

  static final String TOPIC = "guard";

  private final Kept<Map<Subject, Standing>> known = new Kept<>();

  @Inject LevelRepository repository;
  @Inject AddressLists lists;
  @Inject Counters counters;
  @Inject Settings settings;
  @Inject Clock clock;

  /** For a form whose phone is not known yet: by the whole shop and the address. Never {@link Level#PAUSED}. */
  public Level level(String address) {
    if (lists.trusted(address)) {
      return Level.CALM;
    }
    List<Subject> subjects = List.of(Subject.SITE, new Subject(Kind.RANGE, Traffic.range(address)),
        new Subject(Kind.COUNTRY, counters.country(address)));
    Level level = subjects.stream().map(this::enforced).reduce(Level.CALM, Level::or);
    return level == Level.PAUSED ? Level.STRICT : level;
  }

  /**
   * For somebody who asks for a code. A refusal is counted.
   *
   * @param address the client's IP address
   */
  public Verdict verdict(PhoneNumber phone, String address) {
    if (lists.blocked(address)) {
      return new Verdict(Level.PAUSED, true, Duration.ZERO);
    }
    if (lists.trusted(address)) {
      return Verdict.CALM;
    }
    Instant now = clock.instant();
    List<Subject> subjects = Traffic.of(phone, address, counters.country(address)).subjects();
    Level level = subjects.stream().map(this::enforced).reduce(Level.CALM, Level::or);
    if (level != Level.PAUSED) {
      return new Verdict(level, false, Duration.ZERO);
    }
    Standing longest = subjects.stream().filter(subject -> enforced(subject) == Level.PAUSED)
        .map(standings()::get).max(Comparator.comparing(Standing::endsAt)).orElseThrow();
    counters.stopped(longest.decision());
    return new Verdict(level, false, Duration.between(now, longest.endsAt()));
  }

  /** What the settings enforce of a subject's level. */
  public Level enforced(Subject subject) {
    Standing standing = standings().get(subject);
    return standing == null || !standing.lasts(clock.instant()) ? Level.CALM
        : Rules.of(settings).enforced(standing.level());
  }

  /** Every level that lasts, enforced or not; the hardest first. */
  public List<Standing> lasting() {
    Instant now = clock.instant();
    Collection<Standing> all = standings().values();
    return all.stream().filter(standing -> standing.lasts(now))
        .sorted(Comparator.comparing(Standing::level).reversed().thenComparing(Standing::since)).toList();
  }

  private Map<Subject, Standing> standings() {
    return known.get(repository::all);
  }

  void forget(@Observes Versions.Changed changed) {
    if (changed.topic().equals(TOPIC) || changed.topic().equals("cache")) {
      known.forget();
    }
  }
}
