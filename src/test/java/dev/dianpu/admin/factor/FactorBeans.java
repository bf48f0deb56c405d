package dev.dianpu.admin.factor;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The package on a database of its own, with one admin. */
final class FactorBeans implements AutoCloseable {

  static final long ADMIN = 1;

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T09:00:10Z"));
  final List<String> log = new CopyOnWriteArrayList<>();
  final Database database = TestDatabase.migrated();
  final BareBeans beans;

  FactorBeans() {
    beans = new BareBeans(database)
        .with(Clock.class, clock).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())))
        .with(Settings.class, MapSettings.of(Map.of("security.trust-days", "30", "security.fresh-minutes", "10")))
        .with(AdminLog.class, (action, subject, before, after) -> log.add(action + " " + before + " " + after));
    execute("insert into admin (id, name, password_hash, created_at, password_at)"
        + " values (1, 'boss', 'none', '2026-01-01', '2026-01-01')");
  }

  void execute(String sql) {
    try (Connection connection = database.connect()) {
      connection.createStatement().executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    beans.close();
  }
}
