package dev.dianpu.install;

import dev.dianpu.platform.Deployment;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.ShopDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Proof that whoever installs can read this server's log or its home folder: a key made at each start while there is
 * something to install, printed, and written to {@code install.key}. It is worth nothing afterwards.
 */
@ApplicationScoped
public class InstallKey {

  private static final Logger LOG = Logger.getLogger(InstallKey.class.getName());
  /** Without signs that are taken for one another; 20 of them are 100 bits. */
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 20;
  private static final String USE = "install";
  private static final Duration PROOF_LIVES = Duration.ofHours(2);

  private final AtomicReference<Secret> secret = new AtomicReference<>();

  @Inject Deployment deployment;
  @Inject Clock clock;

  /** The key, and what seals the proof of it; both end with the process. */
  private record Secret(String key, SecretBox box) {}

  void open(@Observes ShopDatabase.Waiting waiting) {
    Secret made = new Secret(make(), new SecretBox(KeyRing.parse(KeyRing.generate())));
    if (!secret.compareAndSet(null, made)) {
      return;
    }
    String shown = made.key().replaceAll("(.{5})(?=.)", "$1-");
    String kept = write(shown) ? " It is also in " + file() + "." : "";
    LOG.info(() -> "The shop is not installed yet. Open /install at this server's address (host name: "
        + String.join(" or ", deployment.hosts()) + ") and enter the key that follows." + kept
        + "\nInstall key: " + shown);
  }

  void close(@Observes ShopDatabase.Ready ready) {
    secret.set(null);
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} is of no use any more but cannot be deleted: {1}", new Object[] {file(), e});
    }
  }

  private static String make() {
    SecureRandom random = new SecureRandom();
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      key.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return key.toString();
  }

  private Path file() {
    return deployment.home().resolve("install.key");
  }

  private boolean write(String key) {
    try {
      Files.createDirectories(deployment.home());
      Files.deleteIfExists(file());
      Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file(), key + "\n");
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.WARNING, "The install key is only in this log, since {0} cannot be written: {1}",
          new Object[] {file(), e});
      return false;
    }
  }

  /** Whether this is the key, however its letters and hyphens were typed. */
  boolean right(String typed) {
    Secret now = secret.get();
    String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return now != null && MessageDigest.isEqual(now.key().getBytes(StandardCharsets.US_ASCII),
        plain.getBytes(StandardCharsets.US_ASCII));
  }

  /** What a browser holds after the right key, so that it need not be typed at every step. */
  String proof() {
    return secret.get().box().seal(USE, USE, clock.instant().plus(PROOF_LIVES).toString());
  }

  /** Whether a browser's proof is one of this process and still lives. */
  boolean proven(String proof) {
    Secret now = secret.get();
    Optional<String> until = now == null ? Optional.empty() : now.box().open(USE, USE, proof);
    return until.isPresent() && clock.instant().isBefore(Instant.parse(until.get()));
  }
}
