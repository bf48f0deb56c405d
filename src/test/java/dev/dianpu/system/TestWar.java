package dev.dianpu.system;

import dev.dianpu.dev.Artifacts;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The packaged WAR, with test classes added. */
public final class TestWar {

  private TestWar() {}

  /** The WAR as built, and these classes in it; whatever they use from the test tree must be named too. */
  public static WebArchive with(Class<?>... tests) {
    return ShrinkWrap.create(ZipImporter.class, "dianpu.war")
        .importFrom(Artifacts.war().toFile())
        .as(WebArchive.class)
        .addClasses(InContainer.class, ContainerDatabase.class)
        .addClasses(tests)
        .addAsLibrary(Path.of(Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toFile());
  }
}
