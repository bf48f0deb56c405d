package dev.dianpu.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the embedded MariaDB needs of the machine. */
final class Libraries {

  static final String ALTERNATIVE = "or use a database of your own with -Ddianpu.db.url=jdbc:mysql://…";

  private static final Pattern MISSING = Pattern.compile("(\\S+) => not found");

  /** Debian's packages; a library that is not listed is named as it is. */
  private static final Map<String, String> PACKAGES = Map.of(
      "libcrypt.so.1", "libcrypt1", "libsystemd.so.0", "libsystemd0", "libaio.so.1", "libaio1",
      "libnuma.so.1", "libnuma1", "libtinfo.so.6", "libtinfo6", "libncurses.so.6", "libncurses6",
      "libstdc++.so.6", "libstdc++6");

  private Libraries() {}

  /** The binary is for x86-64 Linux only. */
  static void requirePlatform() {
    String os = System.getProperty("os.name");
    String arch = System.getProperty("os.arch");
    if (!os.equals("Linux") || !arch.equals("amd64")) {
      throw new CannotStart("The embedded database runs on x86-64 Linux only, this is %s %s: use a database of your own "
          .formatted(os, arch) + "with -Ddianpu.db.url=jdbc:mysql://…");
    }
  }

  /** Asks the dynamic linker before the program does, whose own message would be lost in a log. */
  static void require(Path program) {
    String sentence = sentence(linkerAnswer(program));
    if (!sentence.isEmpty()) {
      throw new CannotStart(sentence);
    }
  }

  /** The sentence for an answer of ldd, or an empty one if nothing is missing. */
  static String sentence(String linkerAnswer) {
    List<String> missing = MISSING.matcher(linkerAnswer).results().map(found -> found.group(1)).distinct().toList();
    if (missing.isEmpty()) {
      return "";
    }
    String packages = String.join(" ", missing.stream().map(lib -> PACKAGES.getOrDefault(lib, lib)).toList());
    return "The embedded database needs %s, missing on this machine: install it (Debian: apt-get install %s), %s"
        .formatted(String.join(", ", missing), packages, ALTERNATIVE);
  }

  private static String linkerAnswer(Path program) {
    try {
      Process ldd = new ProcessBuilder("ldd", program.toString()).redirectErrorStream(true).start();
      return new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException noSuchTool) {
      return "";
    }
  }
}
