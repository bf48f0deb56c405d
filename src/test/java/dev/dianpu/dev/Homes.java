package dev.dianpu.dev;

import dev.dianpu.platform.crypto.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code dianpu.home} of a shop that we start. */
public final class Homes {

  private Homes() {}

  /**
   * Makes the folder, with a secret key of its own if it has none.
   *
   * @return the text of the key ring, which opens what this shop seals
   */
  public static String withKey(Path home) {
    Path file = home.resolve("secret.key");
    try {
      if (!Files.exists(file)) {
        Secrets.write(file, KeyRing.generate() + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
