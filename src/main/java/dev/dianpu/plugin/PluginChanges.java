package dev.dianpu.plugin;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.Plugin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The writes of the life cycle, each in one transaction with its line in the admin's log; a repeat changes nothing. */
@ApplicationScoped
@Transactional
class PluginChanges {

  @Inject PluginRepository repository;
  @Inject AdminLog log;
  @Inject Versions versions;
  @Inject Clock clock;

  void installed(Plugin plugin) {
    if (repository.insert(plugin.id(), plugin.version(), clock.instant())) {
      written("installed", plugin, "", plugin.version());
    }
  }

  void switched(Plugin plugin, PluginState from, PluginState to) {
    if (repository.change(plugin.id(), to, clock.instant())) {
      written(to == PluginState.ON ? "on" : "off", plugin, from.name(), to.name());
    }
  }

  void uninstalled(Plugin plugin, PluginState from) {
    if (repository.delete(plugin.id())) {
      written("uninstalled", plugin, from.name(), "");
    }
  }

  /** Whether it was added: two admins at once may have chosen the same number. */
  boolean added(Account account) {
    boolean added = repository.insertAccount(account, clock.instant());
    if (added) {
      log.record("admin.log.account-added", account.id(), "", account.label());
      versions.bump("plugins");
    }
    return added;
  }

  void removed(Account account) {
    if (repository.deleteAccount(account.plugin(), account.number())) {
      log.record("admin.log.account-removed", account.id(), account.label(), "");
      versions.bump("plugins");
    }
  }

  void demoGoods() {
    log.record("admin.log.demo-goods", "", "", "");
    versions.bump("catalog");
  }

  private void written(String what, Plugin plugin, String before, String after) {
    log.record("admin.log.plugin-" + what, plugin.id(), before, after);
    versions.bump("plugins");
  }
}
