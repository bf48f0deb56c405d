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

  /**
   * A further account of the shop with the gateway of a channel that is on: the channel once more, with settings of its
   * own.
   *
   * @param label how the owner calls it, at most 40 characters
   * @return the id of its channel
   */
  public String addAccount(String id, String label) {
    Plugin plugin = existing(id);
    if (!installed.on(id) || installed.extensions(SmsChannel.class).stream().noneMatch(one -> one.id().equals(id))) {
      throw new IllegalArgumentException(id + " is no channel that is on");
    }
    int next = 1 + installed.accounts(id).stream().mapToInt(Account::number).max().orElse(1);
    Account account = new Account(plugin.id(), next, label);
    while (!changes.added(account)) {
      account = new Account(plugin.id(), account.number() + 1, label);
    }
    versions.look();
    return account.id();
  }

  /** Takes a further account away; its settings stay in the database and are used again by the next of its number. */
  public void removeAccount(String channel) {
    account(channel).ifPresent(account -> {
      changes.removed(account);
      versions.look();
    });
  }

  /** How the owner calls the further account of this channel; empty for a first account. */
  public Optional<String> accountLabel(String channel) {
    return account(channel).map(Account::label);
  }

  private Optional<Account> account(String channel) {
    int dot = channel.indexOf('.');
    return dot < 0 ? Optional.empty() : installed.accounts(channel.substring(0, dot)).stream()
        .filter(account -> account.id().equals(channel)).findFirst();
  }

  /** What a channel that is on still needs before it can send; empty for every other plugin. */
  public List<SettingProblem> missing(String id) {
    return installed.extensions(SmsChannel.class).stream().filter(channel -> channel.id().equals(id))
        .flatMap(channel -> channel.problems().stream()).toList();
  }
}
