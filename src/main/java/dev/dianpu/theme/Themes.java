package dev.dianpu.theme;

import dev.dianpu.platform.Deployment;
import dev.dianpu.platform.web.TemplateSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The theme folder {@code $DIANPU_HOME/themes/default}: a template or an asset in it wins over the built-in one of the
 * same name, everything else falls through.
 */
@ApplicationScoped
public class Themes implements TemplateSource {

  @Inject Deployment deployment;

  @Override
  public List<Path> folders() {
    return Stream.of(deployment.home().resolve("themes").resolve("default")).filter(Files::isDirectory).toList();
  }
}
