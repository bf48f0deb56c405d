package dev.dianpu.sms;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Kept;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The owner's blacklist and allow-list of numbers and of their first digits; known on all nodes within two seconds. What
 * is blocked gets no SMS at all; as soon as anything is allowed, only that gets one.
 */
@ApplicationScoped
public class NumberRules {

  private static final String TOPIC = "sms-numbers";

  private final Kept<Map<Kind, Numbers>> known = new Kept<>();

  @Inject NumberRuleRepository repository;
  @Inject RuleChanges changes;
  @Inject SmsSecrets secrets;
  @Inject Versions versions;

  /** The two lists. */
  public enum Kind { BLOCK, ALLOW }

  /**
   * A line of a list.
   *
   * @param shown first digits, or a whole number masked
   * @param whole whether it is one number
   */
  public record Line(long id, Kind kind, String shown, boolean whole) {}

  /** A list in memory: digests of whole numbers, and first digits. */
  private record Numbers(Set<String> whole, Set<String> prefixes) {

    boolean has(PhoneNumber phone, String digest) {
      return whole.contains(digest) || prefixes.stream().anyMatch(phone.national()::startsWith);
    }

    boolean empty() {
      return whole.isEmpty() && prefixes.isEmpty();
    }
  }

  /** Why this phone gets no SMS; empty if it may. */
  Optional<Rejected> refuses(PhoneNumber phone) {
    Map<Kind, Numbers> lists = lists();
    String digest = HexFormat.of().formatHex(secrets.digest(phone));
    if (lists.get(Kind.BLOCK).has(phone, digest)) {
      return Optional.of(refused("sms.blacklisted"));
    }
    Numbers allowed = lists.get(Kind.ALLOW);
    return allowed.empty() || allowed.has(phone, digest) ? Optional.empty()
        : Optional.of(refused("sms.not-allowed"));
  }

  private static Rejected refused(String explanation) {
    return new Rejected(Cause.NUMBER, new GatewayAnswer("", "", "", explanation));
  }

  private Map<Kind, Numbers> lists() {
    return known.get(this::read);
  }

  private Map<Kind, Numbers> read() {
    Map<Kind, Numbers> lists = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      lists.put(kind, new Numbers(new HashSet<>(), new HashSet<>()));
    }
    for (NumberRuleRepository.Row row : repository.all()) {
      Numbers numbers = lists.get(Kind.valueOf(row.list()));
      if (row.prefix().isEmpty()) {
        numbers.whole().add(HexFormat.of().formatHex(row.subject()));
      } else {
        numbers.prefixes().add(row.prefix());
      }
    }
    return lists;
  }

  void forget(@Observes Versions.Changed changed) {
    if (changed.topic().equals(TOPIC) || changed.topic().equals("cache")) {
      known.forget();
    }
  }

  /** Both lists. */
  public List<Line> all() {
    return repository.all().stream().map(row -> line(row, secrets)).toList();
  }

  private static Line line(NumberRuleRepository.Row row, SmsSecrets secrets) {
    boolean whole = row.prefix().isEmpty();
    return new Line(row.id(), Kind.valueOf(row.list()), whole
        ? secrets.openPhone(row.subject(), row.sealed()).map(PhoneNumber::masked).orElse("****") : row.prefix(), whole);
  }

  /** Adds a whole number; false if it is there. Live on this node at once. */
  public boolean add(Kind kind, PhoneNumber phone) {
    boolean added = changes.add(new NumberRuleRepository.Row(
        0, kind.name(), "", secrets.digest(phone), secrets.sealPhone(phone)), phone.masked());
    versions.look();
    return added;
  }

  /** Adds the first digits of numbers; as the other. */
  public boolean add(Kind kind, String prefix) {
    boolean added = changes.add(new NumberRuleRepository.Row(
        0, kind.name(), prefix, secrets.eventDigest("prefix", prefix), ""), prefix);
    versions.look();
    return added;
  }

  /** Takes a line away. */
  public void remove(long id) {
    changes.remove(id);
    versions.look();
  }

  /** The writes, each in one transaction with the log. */
  @ApplicationScoped
  @Transactional
  static class RuleChanges {

    @Inject NumberRuleRepository repository;
    @Inject SmsSecrets secrets;
    @Inject AdminLog log;
    @Inject Versions versions;
    @Inject Clock clock;

    boolean add(NumberRuleRepository.Row row, String shown) {
      boolean added = repository.add(row, clock.instant());
      if (added) {
        log.record("admin.log.sms-number-added", shown, "", row.list());
        versions.bump(TOPIC);
      }
      return added;
    }

    void remove(long id) {
      repository.find(id).ifPresent(row -> {
        repository.remove(id);
        log.record("admin.log.sms-number-removed", line(row, secrets).shown(), row.list(), "");
        versions.bump(TOPIC);
      });
    }
  }
}
