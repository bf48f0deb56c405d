package dev.dianpu.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.database.Upgrade;
import dev.dianpu.settings.SaveSettings;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.system.InContainer;
import dev.dianpu.system.TestWar;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a plugin in the container: what the host sees of it at each step, and what stays of it afterwards. */
@InContainer
@Dependent
class PluginsIT {

  @Inject Plugins plugins;
  @Inject Extensions<TrialPlugin.Greeting> greetings;
  @Inject Extensions<SmsChannel> channels;
  @Inject SettingCatalog settings;
  @Inject SaveSettings saving;
  @Inject Migrations migrations;
  @Inject Upgrade upgrade;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  @Deployment
  static WebArchive shop() {
    return TestWar.with(PluginsIT.class, TrialPlugin.class, TrialPlugin.Greeting.class)
        .addAsResource(
            new StringAsset("CREATE TABLE IF NOT EXISTS trial_note (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB;"),
            "sql/plugins/trial/V001__trial_note.sql");
  }

  @BeforeEach
  void asNew() throws SQLException {
    plugins.uninstall("trial");
    plugins.uninstall("chanyoo");
    execute("drop table if exists trial_note", "drop table if exists schema_history_trial", "delete from admin_log");
  }

  @Test
  void aPluginThatIsNotInstalledLeavesNoTrace() {
    assertThat(plugins.find("trial").orElseThrow().state()).isNull();
    assertThat(greetings.all()).isEmpty();
    assertThat(settings.group("trial")).isEmpty();
    plugins.switchOn("trial");
    assertThat(plugins.on("trial")).isFalse();
  }

  @Test
  void installingRunsItsScriptsAndShowsItsSettingsButNothingElseYet() throws Exception {
    assertThat(plugins.install("trial")).isEqualTo(1);
    assertThat(plugins.find("trial").orElseThrow().state()).isEqualTo(PluginState.INSTALLED);
    assertThat(migrations.tableExists("trial_note")).isTrue();
    assertThat(settings.group("trial")).isPresent();
    assertThat(greetings.all()).isEmpty();
  }

  @Test
  void whatItSuppliesIsSeenWhileItIsOnAndAskedForOnce() {
    plugins.install("trial");
    plugins.switchOn("trial");
    assertThat(greetings.first().orElseThrow().words()).isEqualTo("hello");
    plugins.switchOff("trial");
    assertThat(greetings.all()).isEmpty();
    plugins.switchOn("trial");
    assertThat(greetings.all()).hasSize(1);
    assertThat(TrialPlugin.ASKED).hasValue(1);
  }

  @Test
  void uninstallingKeepsItsDataForWhenItComesBack() throws Exception {
    plugins.install("trial");
    plugins.switchOn("trial");
    execute("insert into trial_note values (7)");
    plugins.uninstall("trial");
    assertThat(greetings.all()).isEmpty();
    assertThat(settings.group("trial")).isEmpty();

    assertThat(plugins.install("trial")).isZero();
    assertThat(texts("select id from trial_note")).containsExactly("7");
  }

  /** Killed after the scripts and before the plugin's row: the same button completes it. */
  @Test
  void aCrashBetweenScriptsAndRowHealsByInstallingAgain() {
    plugins.install("trial");
    plugins.uninstall("trial");
    assertThat(plugins.install("trial")).isZero();
    assertThat(plugins.find("trial").orElseThrow().state()).isEqualTo(PluginState.INSTALLED);
  }

  @Test
  void itsTablesMadeByHandAreAcceptedOrTheFirstDifferenceIsNamed() throws Exception {
    execute("create table trial_note (id varchar(10) not null primary key)");
    assertThatThrownBy(() -> plugins.install("trial")).hasMessageContaining("trial_note.id");
    assertThat(plugins.find("trial").orElseThrow().state()).isNull();

    execute("drop table trial_note", "create table trial_note (id int not null primary key)");
    assertThat(plugins.install("trial")).isZero();
  }

  @Test
  void everyStepIsInTheAdminsLogOnce() throws Exception {
    plugins.install("trial");
    plugins.install("trial");
    plugins.switchOn("trial");
    plugins.switchOn("trial");
    plugins.switchOff("trial");
    plugins.uninstall("trial");
    assertThat(texts("select action from admin_log where subject = 'trial' order by id")).containsExactly(
        "admin.log.plugin-installed", "admin.log.plugin-on", "admin.log.plugin-off", "admin.log.plugin-uninstalled");
  }

  /** The owner switches a channel on first and fills in its keys afterwards. */
  @Test
  void aChannelWithoutKeysIsOnAndSaysWhatIsMissing() {
    plugins.install("chanyoo");
    plugins.switchOn("chanyoo");
    assertThat(channels.all()).extracting(SmsChannel::id).contains("chanyoo");
    assertThat(plugins.missing("chanyoo")).isNotEmpty();
    assertThat(plugins.missing("trial")).isEmpty();
  }

  /** A new version's scripts run at the start; a plugin whose scripts fail is left out and the shop still starts. */
  @Test
  void aPluginWhoseScriptsFailAtTheStartIsNotUsed() throws Exception {
    plugins.install("trial");
    plugins.switchOn("trial");
    execute("update schema_history_trial set checksum = 1 where version = '001'");
    upgrade.run();
    assertThat(plugins.on("trial")).isFalse();
    assertThat(plugins.find("trial").orElseThrow().fault()).contains("checksum");

    execute("delete from schema_history_trial where version = '001'");
    upgrade.run();
    assertThat(plugins.on("trial")).isTrue();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private List<String> texts(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  @Test
  void aFurtherAccountIsTheChannelOnceMoreWithSettingsOfItsOwn() {
    plugins.install("chanyoo");
    plugins.switchOn("chanyoo");

    String second = plugins.addAccount("chanyoo", "备用");
    String third = plugins.addAccount("chanyoo", "第三个");

    assertThat(List.of(second, third)).containsExactly("chanyoo.2", "chanyoo.3");
    assertThat(channels.all()).extracting(SmsChannel::id).containsExactly("chanyoo", "chanyoo.2", "chanyoo.3");
    assertThat(plugins.accountLabel("chanyoo.2")).contains("备用");
    assertThat(settings.group("chanyoo.2").orElseThrow().fields()).extracting(field -> field.key())
        .contains("chanyoo.2.appkey", "chanyoo.2.appsecret");
    assertThat(saving.save(List.of(settings.group("chanyoo.2").orElseThrow()),
        Map.of("chanyoo.2.appkey", "k", "chanyoo.2.appsecret", "a b"), Set.of()))
        .extracting(problem -> problem.key()).containsExactly("chanyoo.2.appsecret");
    assertThat(saving.save(List.of(settings.group("chanyoo.2").orElseThrow()),
        Map.of("chanyoo.2.appkey", "k", "chanyoo.2.appsecret", "s"), Set.of())).isEmpty();
    assertThat(channels.all().get(0).problems()).isNotEmpty();
    assertThat(channels.all().get(1).problems()).isEmpty();

    plugins.removeAccount("chanyoo.2");
    assertThat(channels.all()).extracting(SmsChannel::id).containsExactly("chanyoo", "chanyoo.3");
    plugins.removeAccount("chanyoo.3");
    assertThatThrownBy(() -> plugins.addAccount("trial", "x")).isInstanceOf(IllegalArgumentException.class);
  }
}
