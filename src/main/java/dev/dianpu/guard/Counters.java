package dev.dianpu.guard;

import dev.dianpu.spi.AddressCountries;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what is asked for, sent and used. In memory, so that a flood costs no statement per request; each node adds
 * its share to the database once a second. A node that dies takes a second's counts along, which no limit depends on.
 */
@ApplicationScoped
public class Counters {

  /** More subjects than that in a second are no more than noise; the site is counted all the same. */
  private static final int MOST = 20_000;

  private final ConcurrentHashMap<Count.Key, Count> open = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Long, Integer> stopped = new ConcurrentHashMap<>();

  @Inject CountRepository repository;
  @Inject DecisionRepository decisions;
  @Inject Extensions<AddressCountries> countries;
  @Inject Clock clock;

  /** Somebody asks for a code. */
  public void asked() {
    count(Subject.SITE, Count.ASKED);
  }

  /**
   * And gets none.
   *
   * @param reason stable code of why
   */
  public void refused(String reason) {
    count(new Subject(Kind.REFUSED, reason), Count.ASKED);
  }

  /** An SMS left, or may have left. */
  public void sent(PhoneNumber phone, String address) {
    count(phone, address, Count.SENT);
  }

  /** A code was used. */
  public void verified(PhoneNumber phone, String address) {
    count(phone, address, Count.VERIFIED);
  }

  /** A pause refused somebody. */
  void stopped(long decision) {
    stopped.merge(decision, 1, Integer::sum);
  }

  private void count(PhoneNumber phone, String address, Count count) {
    Traffic traffic = Traffic.of(phone, address, country(address));
    traffic.subjects().forEach(subject -> count(subject, count));
    count(new Subject(Kind.FLOW, traffic.flow()), count);
  }

  String country(String address) {
    return countries.all().stream().flatMap(source -> source.country(address).stream())
        .filter(code -> code.matches("[A-Z]{2}")).findFirst().orElse("");
  }

  private void count(Subject subject, Count count) {
    Instant bucket = Buckets.of(clock.instant());
    boolean always = subject.kind() == Kind.SITE || subject.kind() == Kind.REFUSED;
    if (always || open.size() < MOST) {
      open.merge(new Count.Key(subject, bucket), count, Count::plus);
    }
  }

  /** Adds what was counted here to the database; what could not be added waits for the next time. */
  void flush() {
    Map<Count.Key, Count> taken = new TreeMap<>();
    for (Count.Key key : open.keySet()) {
      // Merged, since a key that is counted again meanwhile may be met twice.
      Optional.ofNullable(open.remove(key)).ifPresent(count -> taken.merge(key, count, Count::plus));
    }
    try {
      repository.add(taken);
    } catch (RuntimeException notNow) {
      taken.forEach((key, count) -> open.merge(key, count, Count::plus));
      throw notNow;
    }
    for (Long decision : stopped.keySet()) {
      Optional.ofNullable(stopped.remove(decision)).ifPresent(count -> decisions.addStopped(decision, count));
    }
  }
}
