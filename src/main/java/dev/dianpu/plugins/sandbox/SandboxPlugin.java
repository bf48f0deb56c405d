package dev.dianpu.plugins.sandbox;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps SMS for the admins to read instead of sending them. */
@ApplicationScoped
public class SandboxPlugin implements Plugin {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "sandbox";
  /** The owner knows that customers get no SMS. */
  static final String CONFIRMED = "sandbox.confirmed";

  private static final int ORDER = 190;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public List<SettingGroup> settings() {
    return List.of(SettingGroup.of(ID, ORDER, SettingField.onOff(CONFIRMED, false)));
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    return List.of(new SandboxChannel(context));
  }
}
