package dev.dianpu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.Keys;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.system.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever state a crash, a hand or another key left the database in, the shop opens the right door or none. */
class ShopDatabaseIT {

  private final Database database = TestDatabase.empty();
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final List<Object> events = new ArrayList<>();
  private final List<ShopDatabase.State> upgradesSaw = new ArrayList<>();
  private final ShopDatabase shop = new ShopDatabase();

  @TempDir Path home;

  @BeforeEach
  void wire() throws Exception {
    shop.migrations = new Migrations(database.dataSource());
    shop.fingerprint = new KeyFingerprint(database.dataSource());
    shop.box = box;
    shop.keys = new Keys() {
      @Override
      public Path file() {
        return home.resolve("secret.key");
      }

      @Override
      public boolean present() {
        return Files.exists(file());
      }
    };
    shop.ready = recorder();
    shop.waiting = recorder();
    shop.upgrades = instance(List.of(() -> upgradesSaw.add(shop.state())));
    Files.writeString(home.resolve("secret.key"), "k1:…");
  }

  @Test
  void anEmptyDatabaseOpensTheInstaller() {
    assertThat(look()).isEqualTo(ShopDatabase.State.EMPTY);
    assertThat(events).containsExactly(new ShopDatabase.Waiting());
  }

  /** A crash after the scripts and before the first admin must not leave a shop that nobody can enter. */
  @Test
  void tablesWithoutAFirstAdminLeadBackToTheInstaller() {
    shop.migrations.migrateCore();
    assertThat(look()).isEqualTo(ShopDatabase.State.EMPTY);
    assertThat(upgradesSaw).isEmpty();
  }

  @Test
  void aCrashAfterTheFirstScriptLeadsBackToTheInstallerAndNothingRunsByItself() throws Exception {
    shop.migrations.migrateCore();
    execute("delete from schema_history where installed_rank > 2", "drop table setting");
    assertThat(look()).isEqualTo(ShopDatabase.State.EMPTY);
    assertThat(shop.migrations.coreProgress().done()).isLessThan(shop.migrations.coreProgress().total());
    assertThat(shop.migrations.tableExists("setting")).isFalse();
  }

  @Test
  void anInstalledDatabaseIsReadyAndSaysSoOnce() throws Exception {
    install();
    assertThat(look()).isEqualTo(ShopDatabase.State.READY);
    assertThat(look()).isEqualTo(ShopDatabase.State.READY);
    assertThat(events).containsExactly(new ShopDatabase.Ready());
  }

  /** Plugins' tables must be new before anybody can use them. */
  @Test
  void upgradesOfPluginsRunBeforeTheShopIsReady() throws Exception {
    install();
    look();
    assertThat(upgradesSaw).containsExactly(ShopDatabase.State.DOWN);
  }

  @Test
  void anInstalledDatabaseIsBroughtToTheNewestVersionAtTheStart() throws Exception {
    install();
    execute("delete from schema_history where script like '%__plugin.sql'", "drop table plugin");
    assertThat(look()).isEqualTo(ShopDatabase.State.READY);
    assertThat(shop.migrations.tableExists("plugin")).isTrue();
  }

  @Test
  void anotherKeyStopsTheShop() throws Exception {
    install();
    shop.box = new SecretBox(KeyRing.parse(KeyRing.generate()));
    assertThat(look()).isEqualTo(ShopDatabase.State.WRONG_KEY);
    assertThat(events).isEmpty();
  }

  @Test
  void aLostKeyStopsTheShopAndNoneIsMade() throws Exception {
    install();
    Files.delete(home.resolve("secret.key"));
    assertThat(look()).isEqualTo(ShopDatabase.State.WRONG_KEY);
    assertThat(home).isEmptyDirectory();
  }

  /** The current key may change, the oldest stays: rotation is no other key. */
  @Test
  void aRotatedRingIsTheSameKey() throws Exception {
    String old = KeyRing.generate();
    shop.fingerprint.keep(boxAfterScripts(old));
    shop.box = new SecretBox(KeyRing.parse(KeyRing.generate().replace("k1:", "k2:") + "," + old));
    assertThat(look()).isEqualTo(ShopDatabase.State.READY);
  }

  private SecretBox boxAfterScripts(String ring) {
    shop.migrations.migrateCore();
    return new SecretBox(KeyRing.parse(ring));
  }

  @Test
  void tablesMadeByHandAreAcceptedAndTheInstallerGoesOn() throws Exception {
    byHand(shop.migrations.coreScripts());
    assertThat(look()).isEqualTo(ShopDatabase.State.EMPTY);
    assertThat(shop.difference()).isEmpty();
    assertThat(shop.migrations.coreProgress().complete()).isTrue();
  }

  @Test
  void tablesMadeByHandThatLackOneAreNamedUntilTheyAreComplete() throws Exception {
    List<Script> scripts = shop.migrations.coreScripts();
    Script last = scripts.get(scripts.size() - 1);
    byHand(scripts.subList(0, scripts.size() - 1));
    assertThat(look()).isEqualTo(ShopDatabase.State.EMPTY);
    assertThat(shop.difference().orElseThrow().file()).isEqualTo(last.file());

    byHand(List.of(last));
    look();
    assertThat(shop.difference()).isEmpty();
    assertThat(shop.migrations.installed()).isTrue();
  }

  @Test
  void aDatabaseThatCannotBeReachedIsDownUntilItAnswers() throws Exception {
    install();
    shop.migrations.dataSource = new Database("", "jdbc:mysql://127.0.0.1:1/none", "nobody", "").dataSource();
    assertThat(look()).isEqualTo(ShopDatabase.State.DOWN);
    shop.migrations.dataSource = database.dataSource();
    assertThat(look()).isEqualTo(ShopDatabase.State.READY);
  }

  /** Of two installers that finish at the same moment one must lose. */
  @Test
  void aFingerprintIsKeptOnceOnly() throws Exception {
    install();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> shop.fingerprint.keep(box))
        .isInstanceOf(java.sql.SQLException.class);
  }

  private ShopDatabase.State look() {
    shop.installed();
    return shop.state();
  }

  private void install() throws Exception {
    shop.migrations.migrateCore();
    shop.fingerprint.keep(box);
  }

  private void byHand(List<Script> scripts) throws Exception {
    // As the client program does: a statement ends with its line.
    execute(scripts.stream().flatMap(script -> Arrays.stream(script.sql().strip().split(";\\s*(\n|$)")))
        .toArray(String[]::new));
  }

  private void execute(String... statements) throws Exception {
    try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private <T> Event<T> recorder() {
    return (Event<T>) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Event.class},
        (self, method, arguments) -> {
          events.add(arguments[0]);
          return null;
        });
  }

  @SuppressWarnings("unchecked")
  private Instance<Upgrade> instance(List<Upgrade> upgrades) {
    return (Instance<Upgrade>) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Instance.class},
        (self, method, arguments) -> {
          if (method.getName().equals("forEach")) {
            upgrades.forEach((Consumer<Upgrade>) arguments[0]);
            return null;
          }
          return upgrades.iterator();
        });
  }
}
