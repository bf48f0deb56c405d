package dev.dianpu.verification;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Who typed how many codes, for the owner, who can let somebody try again. */
@ApplicationScoped
public class WrongCodes {

  @Inject TryCounts counts;
  @Inject TryLimits limits;
  @Inject Codes codes;
  @Inject AdminLog log;
  @Inject Clock clock;

  /**
   * Tries of a phone or from an address.
   *
   * @param used those that count now
   * @param most how many may be
   * @param until when they count no more; empty if there are none
   */
  public record Use(long used, long most, Optional<Instant> until) {
    /** Whether none is left. */
    public boolean full() {
      return used >= most;
    }
  }

  /** Tries of all codes of a phone. */
  public Use ofPhone(PhoneNumber phone) {
    return use(codes.owner(Contact.of(phone)), limits.phone().most());
  }

  /** Wrong codes typed from an address (IPv6: /64). */
  public Use ofAddress(String address) {
    return use(codes.from(address), limits.address().most());
  }

  private Use use(byte[] owner, long most) {
    return counts.shown(owner, clock.instant())
        .map(tries -> new Use(Math.min(most, tries.tries()), most, Optional.of(tries.until())))
        .orElseGet(() -> new Use(0, most, Optional.empty()));
  }

  /** Forgets the tries of a phone; noted in the admin's log. */
  @Transactional
  public void liftPhone(PhoneNumber phone) {
    counts.forget(codes.owner(Contact.of(phone)));
    log.record("admin.log.limit-lifted", phone.masked(), "LIMIT_TRIES", "");
  }

  /** Forgets the tries from an address; noted in the admin's log. */
  @Transactional
  public void liftAddress(String address) {
    counts.forget(codes.from(address));
    log.record("admin.log.limit-lifted", address, "LIMIT_TRIES", "");
  }
}
