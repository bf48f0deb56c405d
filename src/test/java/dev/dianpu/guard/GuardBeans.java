package dev.dianpu.guard;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.AddressCountries;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.Rows;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The room on a database of its own. */
final class GuardBeans implements AutoCloseable {

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T04:00:00Z"));
  final Database database = TestDatabase.migrated();
  final Map<String, String> settings = new ConcurrentHashMap<>();
  final List<String> logged = new CopyOnWriteArrayList<>();
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  final BareBeans beans = node();

  GuardBeans() {
    reset();
  }

  /** A node more on the same database. */
  BareBeans node() {
    return new BareBeans(database)
        .with(Clock.class, clock)
        .with(SecretBox.class, box)
        .with(Settings.class, MapSettings.over(settings))
        .with(AdminLog.class, (action, subject, before, after) -> logged.add(action + " " + subject + " " + after))
        .with(Versions.class, new OneNode())
        .with(Messages.class, new Messages(List.of("messages/guard", "messages/redis"), GuardBeans.class.getClassLoader()))
        .with("dev.dianpu.spi.Extensions<dev.dianpu.spi.AddressCountries>",
            (Extensions<AddressCountries>) () -> List.of(
                address -> address.startsWith("198.51.") ? Optional.of("XX") : Optional.empty()));
  }

  /** The settings as they are. */
  Settings live() {
    return MapSettings.over(settings);
  }

  /** Nothing sent, the settings of a new shop. */
  void reset() {
    settings.clear();
    new GuardGroup().groups().get(0).fields().forEach(field -> settings.put(field.key(), field.defaultValue()));
    settings.putAll(Map.of("shop.zone", "Asia/Shanghai", "shop.name", "好店", "mail.host", "", "mail.owner", ""));
    beans.get(Counters.class).flush();
    for (String table : List.of("count", "level", "decision", "claim", "test_number")) {
      execute("delete from guard_" + table);
    }
    logged.clear();
    forget(beans);
  }

  /** As when another node has changed something. */
  static void forget(BareBeans node) {
    Versions.Changed changed = new Versions.Changed("cache");
    node.get(Gate.class).forget(changed);
    node.get(TestNumbers.class).forget(changed);
  }

  /** A phone of this prefix of seven digits. */
  static PhoneNumber phone(String prefix, int number) {
    return new PhoneNumber("+86" + prefix + String.format("%04d", number % 10_000));
  }

  /** So many SMS from one address to phones of one prefix, counted and judged. */
  void flood(String address, String prefix, int sent, int verified) {
    clock.forward(GuardWork.LOOK);
    for (int i = 0; i < sent; i++) {
      beans.get(Counters.class).sent(phone(prefix, i), address);
    }
    for (int i = 0; i < verified; i++) {
      beans.get(Counters.class).verified(phone(prefix, i), address);
    }
    beans.get(GuardWork.class).run();
  }

  /** Rows as other days would have left them: {@code kind}, {@code subject}, time, sent, verified. */
  void past(Kind kind, String subject, Instant at, int sent, int verified) {
    beans.get(CountRepository.class).add(Map.of(
        new Count.Key(new Subject(kind, subject), Buckets.of(at)), new Count(sent, sent, verified)));
  }

  /** All rows, columns joined by a space, rows by a comma. */
  String read(String sql) {
    return new Rows(database).read(sql);
  }

  void execute(String sql) {
    new Rows(database).execute(sql);
  }

  @Override
  public void close() {
    beans.close();
  }

  /** Tells nobody but this node. */
  private final class OneNode extends Versions {

    @Override
    public void bump(String topic) {}

    @Override
    public void look() {
      forget(beans);
    }
  }
}
