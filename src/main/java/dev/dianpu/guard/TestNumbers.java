package dev.dianpu.guard;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Kept;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Numbers for tests, each with a fixed code and an end. No SMS goes to them: not before the end, when the code is known
 * to whoever tests, nor after it, when the number gets no code at all until an admin takes it off the list.
 */
@ApplicationScoped
public class TestNumbers {

  static final String TOPIC = "guard-test";
  /** The most at once. */
  public static final int MOST = 20;

  private static final String PHONE = "guard-test-phone";
  private static final String CODE = "guard-test-code";

  private final Kept<Map<String, Known>> known = new Kept<>();

  @Inject TestNumberRepository repository;
  @Inject TestNumberChanges changes;
  @Inject SecretBox box;
  @Inject Versions versions;
  @Inject Clock clock;

  /** A number in memory; its code stays sealed. */
  private record Known(String digest, String sealedCode, Instant endsAt) {}

  /**
   * What applies to a number.
   *
   * @param code that it gets; empty once its time is over
   */
  public record Fixed(Optional<String> code) {}

  /** A line of the list. */
  public record Line(long id, String maskedPhone, Instant endsAt, boolean ended) {}

  /** Whether this is such a number; empty for all others. */
  public Optional<Fixed> of(PhoneNumber phone) {
    Map<String, Known> list = list();
    if (list.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(list.get(digest(phone))).map(number -> new Fixed(
        clock.instant().isBefore(number.endsAt()) ? box.open(CODE, number.digest(), number.sealedCode())
            : Optional.empty()));
  }

  private Map<String, Known> list() {
    return known.get(() -> repository.all().stream()
        .map(row -> new Known(HexFormat.of().formatHex(row.digest()), row.code(), row.endsAt()))
        .collect(Collectors.toMap(Known::digest, number -> number)));
  }

  /** All of them; the codes are not shown again. */
  public List<Line> all() {
    Instant now = clock.instant();
    return repository.all().stream().map(row -> new Line(row.id(), masked(row, box), row.endsAt(),
        !now.isBefore(row.endsAt()))).toList();
  }

  private static String masked(TestNumberRepository.Row row, SecretBox box) {
    return box.open(PHONE, HexFormat.of().formatHex(row.digest()), row.phone()).map(PhoneNumber::new)
        .map(PhoneNumber::masked).orElse("****");
  }

  /**
   * Adds a number, or gives it another code and end; live on this node at once.
   *
   * @param endsAt from then on it gets no code
   */
  public void put(PhoneNumber phone, String code, Instant endsAt) {
    String digest = digest(phone);
    changes.put(new TestNumberRepository.Row(0, HexFormat.of().parseHex(digest), box.seal(PHONE, digest, phone.e164()),
        box.seal(CODE, digest, code), endsAt), phone.masked());
    versions.look();
  }

  /** Takes a number off the list: it is one like any other again. */
  public boolean remove(long id) {
    boolean removed = repository.all().stream().filter(row -> row.id() == id).findFirst()
        .map(row -> changes.remove(id, masked(row, box))).orElse(false);
    versions.look();
    return removed;
  }

  private String digest(PhoneNumber phone) {
    return HexFormat.of().formatHex(box.digest(PHONE, phone.e164()));
  }

  void forget(@Observes Versions.Changed changed) {
    if (changed.topic().equals(TOPIC) || changed.topic().equals("cache")) {
      known.forget();
    }
  }

  /** The writes, each in one transaction with the log, which never sees a code. */
  @ApplicationScoped
  @Transactional
  static class TestNumberChanges {

    @Inject TestNumberRepository repository;
    @Inject AdminLog log;
    @Inject Versions versions;
    @Inject Clock clock;

    void put(TestNumberRepository.Row row, String shown) {
      repository.put(row, clock.instant());
      log.record("admin.log.guard-test-added", shown, "", row.endsAt().toString());
      versions.bump(TOPIC);
    }

    boolean remove(long id, String shown) {
      boolean removed = repository.remove(id);
      if (removed) {
        log.record("admin.log.guard-test-removed", shown, "", "");
        versions.bump(TOPIC);
      }
      return removed;
    }
  }
}
