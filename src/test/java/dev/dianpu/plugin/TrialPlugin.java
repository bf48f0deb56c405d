package dev.dianpu.plugin;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A plugin of the tests, with a table and a setting of its own. */
@ApplicationScoped
public class TrialPlugin implements Plugin {

  /** How often the host asked what it supplies. */
  static final AtomicInteger ASKED = new AtomicInteger();

  /** What it supplies. */
  interface Greeting {
    String words();
  }

  @Override
  public String id() {
    return "trial";
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public List<SettingGroup> settings() {
    return List.of(SettingGroup.of("trial", 900, SettingField.text("trial.word", "hello")));
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    ASKED.incrementAndGet();
    Greeting greeting = () -> context.settings().text("trial.word");
    return List.of(greeting);
  }
}
