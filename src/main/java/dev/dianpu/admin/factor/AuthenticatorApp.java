package dev.dianpu.admin.factor;

import dev.dianpu.platform.crypto.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/** An authenticator app is set up, and its codes are checked; a code passes once. */
@ApplicationScoped
public class AuthenticatorApp {

  private static final String KEPT = "admin-totp";
  /** Of a secret on its way to the app and back, which no table holds. */
  private static final String OFFERED = "admin-totp-offered";
  private static final Duration OFFER = Duration.ofMinutes(30);

  @Inject FactorRepository repository;
  @Inject FactorBook book;
  @Inject SecretBox box;
  @Inject Clock clock;

  /**
   * A new secret for an app.
   *
   * @param typed for people who cannot take the picture
   * @param sealed comes back with the first code
   */
  public record Offer(QrPicture picture, String typed, String sealed) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Offer";
    }
  }

  /** Makes a secret, or shows one again that came back with a wrong code. */
  public Offer offer(long admin, String shop, String name, String sealedBefore) {
    byte[] secret = offered(admin, sealedBefore).orElseGet(() -> box.random(Totp.SECRET_BYTES));
    String until = Long.toString(clock.instant().plus(OFFER).getEpochSecond());
    String sealed = box.seal(OFFERED, FactorBook.context(admin), until + " " + HexFormat.of().formatHex(secret));
    return new Offer(QrPicture.of(Totp.address(secret, shop, name)), Totp.base32(secret), sealed);
  }

  private Optional<byte[]> offered(long admin, String sealed) {
    return box.open(OFFERED, FactorBook.context(admin), sealed).map(text -> text.split(" "))
        .filter(parts -> Instant.ofEpochSecond(Long.parseLong(parts[0])).isAfter(clock.instant()))
        .map(parts -> HexFormat.of().parseHex(parts[1]));
  }

  /** Keeps the offered secret if this is a code of it; whether it was. */
  public boolean accept(long admin, String sealed, String typed) {
    Optional<byte[]> secret = offered(admin, sealed);
    OptionalLong step = secret.map(known -> Totp.step(known, plain(typed), clock.instant()))
        .orElse(OptionalLong.empty());
    step.ifPresent(taken -> book.app(admin,
        box.seal(KEPT, FactorBook.context(admin), HexFormat.of().formatHex(secret.orElseThrow())), taken));
    return step.isPresent();
  }

  /** Whether this is a code of the admin's app that was not used before. */
  boolean matches(long admin, String typed) {
    Optional<String> secret = repository.find(admin).map(FactorRepository.Row::totpSealed)
        .flatMap(sealed -> box.open(KEPT, FactorBook.context(admin), sealed));
    OptionalLong step = secret.map(hex -> Totp.step(HexFormat.of().parseHex(hex), plain(typed), clock.instant()))
        .orElse(OptionalLong.empty());
    return step.isPresent() && repository.takeStep(admin, step.getAsLong());
  }

  private static String plain(String typed) {
    return Typing.plain(typed);
  }
}
