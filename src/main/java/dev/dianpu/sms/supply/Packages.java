package dev.dianpu.sms.supply;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The packages that the owner bought, and what is used of each by our own count. */
@ApplicationScoped
public class Packages {

  /** Counting reads every SMS of the packages' time: the watch need not do so each minute. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private record Counted(Instant at, List<PackageUse> uses) {}

  private final AtomicReference<Counted> counted = new AtomicReference<>();

  @Inject PackageRepository repository;
  @Inject UsageRepository usage;
  @Inject PackageChanges changes;
  @Inject Settings settings;
  @Inject Clock clock;

  /** All of them with what is used, counted now; what expires last first. */
  public List<PackageUse> all() {
    List<SmsPackage> packages = repository.all();
    ZoneId zone = ZoneId.of(settings.text("shop.zone"));
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Map<String, SortedMap<LocalDate, Long>> parts = parts(packages, zone);
    return packages.stream().collect(Collectors.groupingBy(SmsPackage::channel)).entrySet().stream()
        .flatMap(entry -> PackageUse.of(entry.getValue(), parts.getOrDefault(entry.getKey(), new TreeMap<>()), today)
            .stream())
        .sorted(Comparator.comparing((PackageUse use) -> use.pack().validUntil()).reversed()
            .thenComparing(use -> -use.pack().id())).toList();
  }

  private Map<String, SortedMap<LocalDate, Long>> parts(List<SmsPackage> packages, ZoneId zone) {
    Optional<LocalDate> first = packages.stream().map(SmsPackage::validFrom).min(Comparator.naturalOrder());
    Map<String, SortedMap<LocalDate, Long>> parts = new TreeMap<>();
    first.ifPresent(day -> usage.days(packages.stream().map(SmsPackage::channel).distinct().toList(),
            day.atStartOfDay(zone).toInstant(), clock.instant().plusSeconds(1), zone)
        .forEach(row -> parts.computeIfAbsent(row.channel(), channel -> new TreeMap<>()).put(row.day(), row.parts())));
    return parts;
  }

  /** The same, counted at most ten minutes ago. */
  List<PackageUse> lately() {
    Counted known = counted.get();
    Instant now = clock.instant();
    if (known == null || !known.at().plus(FRESH).isAfter(now)) {
      known = new Counted(now, all());
      counted.set(known);
    }
    return known.uses();
  }

  /** Keeps one more. */
  public void add(SmsPackage pack) {
    changes.add(pack);
    counted.set(null);
  }

  /** Takes one away; nothing if there is none. */
  public void remove(long id) {
    repository.all().stream().filter(pack -> pack.id() == id).forEach(changes::remove);
    counted.set(null);
  }

  /** The write itself, in one transaction with the log. */
  @ApplicationScoped
  @Transactional
  static class PackageChanges {

    @Inject PackageRepository repository;
    @Inject AdminLog log;
    @Inject Clock clock;

    void add(SmsPackage pack) {
      repository.add(pack, clock.instant());
      log.record("admin.log.package-added", pack.channel(), "", words(pack));
    }

    void remove(SmsPackage pack) {
      repository.remove(pack.id());
      log.record("admin.log.package-removed", pack.channel(), words(pack), "");
    }

    private static String words(SmsPackage pack) {
      return pack.quota() + " / ¥" + pack.price().toPlainString() + " / " + pack.validFrom() + " – " + pack.validUntil();
    }
  }
}
