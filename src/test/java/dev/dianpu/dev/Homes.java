package dev.dianpu.dev;

import dev.dianpu.captcha.CaptchaAnswers;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** The folder {@code dianpu.home} of a shop that we start, with a secret key of its own. */
public final class Homes {

  private Homes() {}

  /** The box that seals with this folder's key; folder and key are made if they are not there. */
  public static SecretBox box(Path home) {
    Path file = home.resolve("secret.key");
    try {
      if (!Files.exists(file)) {
        Secrets.write(file, KeyRing.generate() + "\n");
      }
      return new SecretBox(KeyRing.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads sealed captchas of this folder's shop, for tests and benchmarks; empty for those of another one. */
  public static Function<String, Optional<String>> captchaOpener(Path home) {
    // At each call: the key of a shop that is not installed yet is made by its installer.
    return token -> Files.exists(home.resolve("secret.key")) ? CaptchaAnswers.of(box(home), token) : Optional.empty();
  }
}
