package dev.dianpu.plugin;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The way to the plugins. */
@ApplicationScoped
class PluginMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.SYSTEM, 30, "plugins.title", "/admin/plugins"));
  }
}
