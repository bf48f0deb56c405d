package dev.dianpu.platform.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the bundles in the WAR, so that a new room or plugin only adds its own files. */
@ApplicationScoped
class Bundles {

  private static final String CLASSES = "/WEB-INF/classes/";

  @Produces
  @Singleton
  Messages messages(ServletContext context) {
    List<String> names = new ArrayList<>();
    collect(context, CLASSES + "messages/", names);
    return new Messages(names, Thread.currentThread().getContextClassLoader());
  }

  private static void collect(ServletContext context, String folder, List<String> names) {
    Set<String> paths = context.getResourcePaths(folder);
    for (String path : paths == null ? Set.<String>of() : paths) {
      if (path.endsWith("/")) {
        collect(context, path, names);
      } else if (path.endsWith(".properties") && !path.endsWith("_en.properties")) {
        names.add(path.substring(CLASSES.length(), path.length() - ".properties".length()));
      }
    }
  }
}
