package dev.dianpu.install;

import dev.dianpu.install.Check.Level;
import dev.dianpu.platform.Deployment;
import dev.dianpu.platform.crypto.Keys;
import dev.dianpu.platform.crypto.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** What this server must have: a home folder to write to and a secret key, or a place to make one. */
@ApplicationScoped
class ServerChecks {

  @Inject Deployment deployment;
  @Inject Keys keys;
  @Inject SecretBox box;

  List<Check> run() {
    return List.of(home(), key());
  }

  private Check home() {
    Path home = deployment.home();
    try {
      Files.createDirectories(home);
      Files.delete(Files.createTempFile(home, "try", ".tmp"));
      return Check.of("home", Level.GREEN, "fine", home.toString());
    } catch (IOException e) {
      Level level = keys.present() ? Level.AMBER : Level.RED;
      return Check.of("home", level, "unwritable", home.toString(), e.toString());
    }
  }

  private Check key() {
    if (!keys.present()) {
      return Check.of("key", Level.GREEN, "made", keys.file().toString());
    }
    boolean fromFile = deployment.secretKey().isEmpty();
    try {
      box.keyId();
      if (fromFile && readableByOthers(keys.file())) {
        return Check.of("key", Level.AMBER, "open", keys.file().toString());
      }
      return fromFile ? Check.of("key", Level.GREEN, "file", keys.file().toString())
          : Check.of("key", Level.GREEN, "environment");
    } catch (RuntimeException | IOException unusable) {
      return Check.of("key", Level.RED, "unusable", keys.file().toString());
    }
  }

  private static boolean readableByOthers(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.GROUP_READ);
  }
}
