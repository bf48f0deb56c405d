package dev.dianpu.admin.factor;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The browsers in which an admin logged in before, by a cookie that only {@code /admin} sees. A known one tells a login
 * from a new device; one that the admin chose to trust leaves the second step out for some days.
 */
@ApplicationScoped
public class Devices implements Expiring {

  /** Of the device's cookie. */
  public static final String COOKIE = "dianpu_admin_device";

  private static final Duration MEMORY = Duration.ofDays(180);
  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_LENGTH = 43;
  private static final int MOST_SHOWN = 50;

  @Inject DeviceRepository repository;
  @Inject AdminLog log;
  @Inject SecretBox box;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * A device on the admin's list.
   *
   * @param label browser and system, by its own word
   * @param trustedUntil until when no second step is asked for; empty for never
   * @param here whether it is the one that asks
   */
  public record Device(long id, String label, String address, Instant firstAt, Instant seenAt,
      Optional<Instant> trustedUntil, boolean here) {}

  /** Whether this browser is new, known or trusted. */
  public enum Standing { NEW, KNOWN, TRUSTED }

  /** How this browser stands with this admin. */
  public Standing standing(long admin, Visit visit) {
    Instant now = clock.instant();
    return token(visit).flatMap(token -> repository.find(admin, hash(token), now.minus(MEMORY)))
        .map(found -> found.trustedUntil().filter(now::isBefore).isPresent() ? Standing.TRUSTED : Standing.KNOWN)
        .orElse(Standing.NEW);
  }

  /** For how many days a browser can be trusted; 0 where the owner allows none. */
  public long days() {
    return settings.number(SecurityGroup.TRUST_DAYS);
  }

  /**
   * Notes a login.
   *
   * @param trust whether the admin, who passed the second step, wants it left out here for some days
   */
  @Transactional
  public void loggedIn(long admin, boolean trust, Visit visit) {
    Instant now = clock.instant();
    String label = Browsers.name(visit.userAgent());
    Optional<String> known = token(visit).filter(token -> repository.exists(hash(token)));
    String token = known.orElseGet(() -> box.token(TOKEN_BYTES));
    if (standing(admin, visit) == Standing.NEW) {
      log.record("admin.log.device-new", label, "", "");
    }
    repository.seen(new DeviceRepository.Login(admin, hash(token), label, visit.address(), now));
    if (trust && days() > 0) {
      repository.trust(admin, hash(token), now.plus(Duration.ofDays(days())));
      log.record("admin.log.device-trusted", label, "", "");
    }
    visit.setCookie(COOKIE, token, "/admin", (int) MEMORY.toSeconds(), "Strict");
  }

  /** All that are known, the last one used first. */
  public List<Device> list(long admin, Visit visit) {
    byte[] here = token(visit).map(Devices::hash).orElse(new byte[0]);
    return repository.list(admin, here, clock.instant(), MOST_SHOWN);
  }

  /** Forgets one: the next login there is one from a new device. */
  @Transactional
  public boolean forget(long admin, long id) {
    Optional<String> label = repository.label(admin, id);
    label.ifPresent(name -> {
      repository.delete(admin, id);
      log.record("admin.log.device-forgotten", name, "", "");
    });
    return label.isPresent();
  }

  /** Trusts none of them any longer. */
  public void trustNone(long admin, Instant now) {
    repository.trustNone(admin, now);
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return repository.deleteOld(now.minus(MEMORY), most);
  }

  private static Optional<String> token(Visit visit) {
    return visit.cookie(COOKIE).filter(token -> token.length() == TOKEN_LENGTH);
  }

  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
