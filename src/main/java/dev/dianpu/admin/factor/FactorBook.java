package dev.dianpu.admin.factor;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Reads and changes what an admin has on file. Each change is in the admin's log; whoever calls has asked for a proof. */
@ApplicationScoped
public class FactorBook {

  private static final String PHONE = "admin-phone";

  @Inject FactorRepository repository;
  @Inject RecoveryCodes recovery;
  @Inject Devices devices;
  @Inject AdminLog log;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** What there is. */
  public Factors of(long admin) {
    return repository.find(admin).map(row -> new Factors(row.totpSealed() != null,
        Optional.ofNullable(row.phoneSealed()).flatMap(sealed -> box.open(PHONE, context(admin), sealed))
            .map(PhoneNumber::new),
        Optional.of(row.email()).filter(address -> !address.isEmpty()), row.recovery())).orElse(Factors.NONE);
  }

  /**
   * Keeps an authenticator app.
   *
   * @param sealed the secret, as {@link AuthenticatorApp} seals it
   * @param step the time step of the code that proved it, which is used up by that
   */
  @Transactional
  void app(long admin, String sealed, long step) {
    repository.totp(admin, sealed, step, clock.instant());
    log.record("admin.log.factor-app", "", "", "ON");
  }

  /** Forgets the app. */
  @Transactional
  public void forgetApp(long admin) {
    repository.totp(admin, null, 0, clock.instant());
    log.record("admin.log.factor-app", "", "ON", "OFF");
    afterRemoval(admin);
  }

  /** Keeps a proved phone, in place of another. */
  @Transactional
  public void phone(long admin, PhoneNumber phone) {
    String before = masked(of(admin));
    repository.phone(admin, box.seal(PHONE, context(admin), phone.e164()), clock.instant());
    log.record("admin.log.factor-phone", "", before, phone.masked());
  }

  /** Forgets the phone. */
  @Transactional
  public void forgetPhone(long admin) {
    String before = masked(of(admin));
    repository.phone(admin, null, clock.instant());
    log.record("admin.log.factor-phone", "", before, "");
    afterRemoval(admin);
  }

  /** Keeps a proved e-mail address, in place of another; an empty one forgets it. */
  @Transactional
  public void email(long admin, String email) {
    String before = of(admin).email().orElse("");
    repository.email(admin, email, clock.instant());
    log.record("admin.log.factor-email", "", before, email);
  }

  /** Recovery codes and trusted browsers belong to a second factor: without one they would be a back door. */
  private void afterRemoval(long admin) {
    Instant now = clock.instant();
    if (!of(admin).second()) {
      recovery.forget(admin);
      devices.trustNone(admin, now);
    }
  }

  private static String masked(Factors factors) {
    return factors.phone().map(PhoneNumber::masked).orElse("");
  }

  static String context(long admin) {
    return "admin " + admin;
  }
}
