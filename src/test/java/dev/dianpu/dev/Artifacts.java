package dev.dianpu.dev;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has made; the build names both files in system properties. */
public final class Artifacts {

  private Artifacts() {}

  /** The packaged shop. */
  public static Path war() {
    return existing("dianpu.war", "target/dianpu.war");
  }

  /** Payara Micro, copied next to it. */
  public static Path payara() {
    return existing("payara.jar", "target/payara-micro.jar");
  }

  private static Path existing(String property, String otherwise) {
    Path file = Path.of(System.getProperty(property, otherwise)).toAbsolutePath();
    if (!Files.exists(file)) {
      throw new CannotStart("%s is missing: build it first with mvn package.".formatted(file));
    }
    return file;
  }
}
