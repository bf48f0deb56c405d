package dev.dianpu.platform.web;

import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.Settings;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.loader.Loader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The template engine: theme folders on disk first, then the built-in theme, then the pages of admin and installer. */
@ApplicationScoped
public class Templates {

  private static final String SUFFIX = ".peb";

  private final AtomicReference<PebbleEngine> engine = new AtomicReference<>();

  @Inject TemplateSource source;
  @Inject Messages messages;
  @Inject Settings settings;
  @Inject Assets assets;

  /**
   * Renders a template.
   *
   * @param view its name without the ending
   * @param model what it sees
   * @param locale the visitor's language
   */
  public String render(String view, Map<String, Object> model, Locale locale) {
    StringWriter out = new StringWriter(16_384);
    Map<String, Object> everything = new java.util.HashMap<>(model);
    everything.put("lang", locale.getLanguage());
    try {
      engine().getTemplate(view).evaluate(out, everything, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private PebbleEngine engine() {
    PebbleEngine current = engine.get();
    return current != null ? current : engine.updateAndGet(old -> old != null ? old : build());
  }

  private PebbleEngine build() {
    List<Loader<?>> loaders = new ArrayList<>();
    for (Path folder : source.folders()) {
      loaders.add(suffixed(new FileLoader(folder.resolve("templates").toString())));
    }
    for (String folder : List.of("themes/default/templates", "templates")) {
      ClasspathLoader builtIn = new ClasspathLoader(Thread.currentThread().getContextClassLoader());
      builtIn.setPrefix(folder);
      loaders.add(suffixed(builtIn));
    }
    return new PebbleEngine.Builder().loader(new DelegatingLoader(loaders)).autoEscaping(true).strictVariables(false)
        .extension(new TemplateFunctions(messages, settings, assets)).build();
  }

  private static Loader<?> suffixed(Loader<?> loader) {
    loader.setSuffix(SUFFIX);
    return loader;
  }

  /** How many compiled templates would be dropped by a change. */
  public long cached() {
    return engine.get() == null ? 0 : 1;
  }

  void empty(@Observes Versions.Changed changed) {
    if (!changed.topic().equals("catalog")) {
      engine.set(null);
    }
  }
}
