package dev.dianpu.plugin;

import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.database.Upgrade;
import dev.dianpu.spi.Plugin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings the tables of installed plugins to their newest version at the start; a plugin that fails is left out. */
@ApplicationScoped
class PluginUpgrade implements Upgrade {

  private static final Logger LOG = Logger.getLogger(PluginUpgrade.class.getName());

  @Inject InstalledPlugins plugins;
  @Inject PluginRepository repository;
  @Inject Migrations migrations;
  @Inject Clock clock;

  @Override
  public void run() {
    for (InstalledPlugin row : repository.all()) {
      Plugin plugin = plugins.known().get(row.id());
      if (plugin == null) {
        LOG.warning(() -> "The plugin " + row.id() + " is installed but not there any more: it is not used");
      } else {
        upgrade(plugin);
      }
    }
  }

  private void upgrade(Plugin plugin) {
    try {
      migrations.migratePlugin(plugin.id(), plugin.getClass().getClassLoader());
      repository.version(plugin.id(), plugin.version(), clock.instant());
      plugins.broken().remove(plugin.id());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "The scripts of the plugin " + plugin.id() + " failed: it is not used");
      plugins.broken().put(plugin.id(), String.valueOf(e.getMessage()));
    }
  }
}
