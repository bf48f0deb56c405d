package dev.dianpu.platform.crypto;

import dev.dianpu.platform.Deployment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where the key ring comes from: {@code DIANPU_SECRET_KEY}, or else {@code secret.key} in the home folder (mode 600). */
@ApplicationScoped
public class Keys {

  @Inject Deployment deployment;

  /** The file that holds the ring when the environment does not. */
  public Path file() {
    return deployment.home().resolve("secret.key");
  }

  /** Whether a ring exists; reads nothing. */
  public boolean present() {
    return deployment.secretKey().isPresent() || Files.exists(file());
  }

  /** Makes the key file; only for an empty database, since another key makes what is sealed unreadable. */
  public void create() {
    try {
      Files.createDirectories(file().getParent());
      Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file(), KeyRing.generate() + "\n", StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the key file " + file(), e);
    }
  }

  /** The box of this installation's ring; made at its first use, which fails with a sentence while there is no key. */
  @Produces
  @ApplicationScoped
  SecretBox box() {
    String text = deployment.secretKey().or(this::fromFile)
        .orElseThrow(() -> new IllegalStateException("There is no secret key: neither DIANPU_SECRET_KEY nor " + file()));
    return new SecretBox(KeyRing.parse(text));
  }

  private Optional<String> fromFile() {
    try {
      return Files.exists(file()) ? Optional.of(Files.readString(file())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the key file " + file(), e);
    }
  }
}
