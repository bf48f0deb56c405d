package dev.dianpu.platform.web;

import java.nio.file.Path;
import java.util.List;

/** Which theme folders on disk stand before the built-in theme; the room {@code theme} knows. */
public interface TemplateSource {

  /** Folders with {@code templates/} and {@code assets/}, the one that wins first; may be empty. */
  List<Path> folders();
}
