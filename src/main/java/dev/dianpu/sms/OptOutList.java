package dev.dianpu.sms;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The phones that want no advertising, for the owner. */
@ApplicationScoped
@Transactional
public class OptOutList {

  static final String REPLY = "REPLY";
  static final String ADMIN = "ADMIN";

  private static final int DIGEST = 64;

  @Inject OptOutRepository repository;
  @Inject SmsSecrets secrets;
  @Inject AdminLog log;
  @Inject Clock clock;

  /**
   * A phone on the list.
   *
   * @param id names it in forms; nobody can read the phone out of it
   * @param maskedPhone such as {@code 138****8000}
   * @param channel by which its reply came; empty if an admin entered it
   * @param reason {@code REPLY} or {@code ADMIN}
   */
  public record Line(String id, String maskedPhone, String channel, String reason, Instant at) {}

  /** Some lines, newest first, after so many. */
  public List<Line> page(int after, int size) {
    return repository.page(after, size).stream().map(this::line).toList();
  }

  /** The line of a phone. */
  public Optional<Line> find(PhoneNumber phone) {
    return repository.find(secrets.digest(phone)).stream().findFirst().map(this::line);
  }

  private Line line(OptOutRepository.Row row) {
    String phone = secrets.openPhone(row.digest(), row.sealed()).map(PhoneNumber::masked).orElse("****");
    return new Line(HexFormat.of().formatHex(row.digest()), phone, row.channel(), row.reason(), row.at());
  }

  /** Adds a phone; one that is on the list stays as it is. */
  public void add(PhoneNumber phone) {
    byte[] digest = secrets.digest(phone);
    repository.add(new OptOutRepository.Row(digest, secrets.sealPhone(phone), "", ADMIN, clock.instant()));
    log.record("admin.log.sms-opt-out-added", phone.masked(), "", "");
  }

  /** Takes a phone off the list, since its owner asked for that; false if it was not on it. */
  public boolean remove(String id) {
    if (!id.matches("[0-9a-f]{" + DIGEST + "}")) {
      return false;
    }
    byte[] digest = HexFormat.of().parseHex(id);
    Optional<Line> line = repository.find(digest).stream().findFirst().map(this::line);
    line.ifPresent(gone -> {
      repository.remove(digest);
      log.record("admin.log.sms-opt-out-removed", gone.maskedPhone(), "", "");
    });
    return line.isPresent();
  }
}
