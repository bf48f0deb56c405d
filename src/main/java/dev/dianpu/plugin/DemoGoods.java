package dev.dianpu.plugin;

import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** The demo goods: a script of its own that an owner may run once, to see a filled shop. */
@ApplicationScoped
public class DemoGoods {

  @Inject Migrations migrations;
  @Inject PluginChanges changes;
  @Inject Versions versions;

  /** Whether they can still be added. */
  public boolean offered() {
    try {
      return !migrations.demoDone();
    } catch (SQLException e) {
      throw new IllegalStateException("It cannot be told whether the demo goods are there: " + e.getMessage(), e);
    }
  }

  /** Adds them; a second call adds nothing. */
  public void add() {
    if (migrations.migrateDemo() > 0) {
      changes.demoGoods();
      versions.look();
    }
  }
}
