package dev.dianpu.plugin;

import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.database.Script;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The catalog of plugins and their life cycle. Each step can be repeated without harm, is recorded in the admin's log,
 * and is known on every node within two seconds.
 */
@ApplicationScoped
public class Plugins {

  @Inject InstalledPlugins installed;
  @Inject PluginChanges changes;
  @Inject Migrations migrations;
  @Inject Versions versions;

  /**
   * A plugin as the owner sees it.
   *
   * @param id its id; its texts are {@code plugin.<id>.title} and {@code plugin.<id>.description}
   * @param version of the plugin in this WAR
   * @param state null while it is not installed
   * @param installedAt null while it is not installed
   * @param settingGroups ids of its settings tabs
   * @param fault why it is not used although it is on; empty normally
   */
  public record Offer(String id, String version, PluginState state, Instant installedAt, List<String> settingGroups,
      String fault) {}

  /** All plugins by id. */
  public List<Offer> all() {
    return installed.known().values().stream().map(this::offer).toList();
  }

  /** The plugin of this id. */
  public Optional<Offer> find(String id) {
    return plugin(id).map(this::offer);
  }

  /** Whether the plugin is installed, on and usable. */
  public boolean on(String id) {
    return installed.on(id);
  }

  private Offer offer(Plugin plugin) {
    InstalledPlugin row = installed.rows().get(plugin.id());
    return new Offer(plugin.id(), plugin.version(), row == null ? null : row.state(),
        row == null ? null : row.installedAt(), plugin.settings().stream().map(SettingGroup::id).toList(),
        installed.broken().getOrDefault(plugin.id(), ""));
  }

  private Optional<Plugin> plugin(String id) {
    return Optional.ofNullable(installed.known().get(id));
  }

  private Plugin existing(String id) {
    return plugin(id).orElseThrow(() -> new IllegalArgumentException("There is no plugin " + id));
  }

  /** The scripts that installing runs, and which of them ran before. */
  public List<Script> scripts(String id) {
    Plugin plugin = existing(id);
    return migrations.pluginScripts(id, plugin.getClass().getClassLoader());
  }

  /**
   * Runs the plugin's scripts and notes it as installed, still off. After a crash in between the same call completes
   * it.
   *
   * @return how many scripts ran
   * @throws dev.dianpu.platform.database.SchemaDifference.Found when its tables stand already but are others
   * @throws Migrations.Failed when a script failed
   */
  public int install(String id) {
    Plugin plugin = existing(id);
    int ran = migrations.migratePlugin(id, plugin.getClass().getClassLoader());
    installed.broken().remove(id);
    changes.installed(plugin);
    versions.look();
    return ran;
  }

  /** Lets the host see what the plugin supplies; nothing happens unless it is installed. */
  public void switchOn(String id) {
    change(id, PluginState.ON);
  }

  /** Hides what the plugin supplies; its settings and data stay. */
  public void switchOff(String id) {
    change(id, PluginState.OFF);
  }

  private void change(String id, PluginState to) {
    Plugin plugin = existing(id);
    InstalledPlugin row = installed.rows().get(id);
    if (row != null) {
      changes.switched(plugin, row.state(), to);
      versions.look();
    }
  }

  /** Takes the plugin out of the shop. Its tables, their history and its settings stay, for when it comes back. */
  public void uninstall(String id) {
    Plugin plugin = existing(id);
    InstalledPlugin row = installed.rows().get(id);
    if (row != null) {
      changes.uninstalled(plugin, row.state());
      versions.look();
    }
  }

  /** What a channel that is on still needs before it can send; empty for every other plugin. */
  public List<SettingProblem> missing(String id) {
    return installed.extensions(SmsChannel.class).stream().filter(channel -> channel.id().equals(id))
        .flatMap(channel -> channel.problems().stream()).toList();
  }
}
