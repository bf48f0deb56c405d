package dev.dianpu.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Migrations;
import dev.dianpu.plugins.sandbox.SandboxPlugin;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsSandbox;
import dev.dianpu.spi.SmsSandbox.SandboxSms;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import dev.dianpu.system.TestPool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the channels' contract that has a meaning without HTTP, and what becomes of the SMS in the database. */
class SandboxIT {

  private static final Instant START = Instant.parse("2026-11-25T04:00:00Z");
  private static final String TEXT = "您的验证码是830517，5分钟内有效。";

  private final MovableClock clock = new MovableClock(START);
  private final AtomicBoolean confirmed = new AtomicBoolean(true);
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private Database database;
  private TestPool pool;
  private SmsSandbox sandbox;

  @BeforeEach
  void start() {
    database = TestDatabase.migrated();
    new Migrations(database.dataSource()).migratePlugin("sandbox", getClass().getClassLoader());
    pool = new TestPool(database, 16);
    sandbox = sandbox(new PluginSeal(box, "sandbox"));
  }

  @AfterEach
  void stop() throws SQLException {
    pool.close();
  }

  private SmsSandbox sandbox(PluginContext.Seal seal) {
    PluginContext context = new PluginContext(new OnlyConfirmed(confirmed), clock, pool, box::digest, seal, 1);
    return (SmsSandbox) new SandboxPlugin().extensions(context).get(0);
  }

  private record OnlyConfirmed(AtomicBoolean confirmed) implements Settings {
    @Override
    public boolean on(String key) {
      assertThat(key).isEqualTo("sandbox.confirmed");
      return confirmed.get();
    }

    @Override
    public String text(String key) {
      throw new IllegalArgumentException(key);
    }

    @Override
    public long number(String key) {
      throw new IllegalArgumentException(key);
    }

    @Override
    public String secret(String key) {
      throw new IllegalArgumentException(key);
    }
  }

  private static SmsMessage message(String attempt, String text) {
    return new SmsMessage(attempt, new PhoneNumber("+8613800130001"), text, "店铺", "register", Map.of());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String everything() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = database.connect(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from sandbox_sms")) {
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          all.append(rows.getString(column)).append(' ');
        }
      }
    }
    return all.toString();
  }

  @Test
  void beforeTheOwnerConfirmedNothingIsTaken() throws SQLException {
    confirmed.set(false);

    assertThat(sandbox.id()).isEqualTo("sandbox");
    assertThat(new SandboxPlugin().settings().get(0).fields().get(0).defaultValue()).isEqualTo("false");
    assertThat(sandbox.problems())
        .containsExactly(new SettingProblem("sandbox.confirmed", "sandbox.check.unconfirmed"));
    assertThat(sandbox.send(message("a", TEXT))).isInstanceOfSatisfying(Rejected.class, rejected ->
        assertThat(rejected.cause()).isEqualTo(Cause.NOT_CONFIGURED));
    assertThat(everything()).isEmpty();

    confirmed.set(true);
    assertThat(sandbox.problems()).isEmpty();
    assertThat(sandbox.send(message("a", TEXT))).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {TEXT, "生僻字𠮷𡈽与表情😀👍🏽", "第一行\n第二行\t制表", "100% ' \" \\ <b>", "", "\u0000"})
  void theTextIsShownUnchangedWithTheSignature(String text) {
    assertThat(sandbox.send(message("a", text))).isInstanceOfSatisfying(Accepted.class, accepted ->
        assertThat(accepted.gatewayId()).isEqualTo("a"));

    assertThat(sandbox.latest())
        .containsExactly(new SandboxSms(START, new PhoneNumber("+8613800130001"), "【店铺】" + text));
  }

  @Test
  void neitherPhoneNorTextCanBeReadFromTheDatabaseNorBySomebodyElsesSeal() throws SQLException {
    sandbox.send(message("a", TEXT));

    assertThat(everything()).contains("a ").doesNotContain("13800130001").doesNotContain("830517")
        .doesNotContain("验证码");
    assertThat(sandbox.latest()).hasSize(1).noneMatch(sms -> sms.toString().contains("830517"));
    assertThat(sandbox(new PluginSeal(box, "other")).latest()).isEmpty();
  }

  @Test
  void rowsThatWereSwappedAreNotShown() throws SQLException {
    sandbox.send(message("a", "one"));
    sandbox.send(message("b", "two"));
    execute("update sandbox_sms set attempt_id = 'c' where attempt_id = 'a'");

    assertThat(sandbox.latest()).extracting(SandboxSms::text).containsExactly("【店铺】two");
  }

  @Test
  void theSameAttemptIsKeptOnce() {
    assertThat(sandbox.dedupes()).isTrue();
    sandbox.send(message("a", "one"));
    assertThat(sandbox.send(message("a", "one"))).isInstanceOf(Accepted.class);

    assertThat(sandbox.latest()).hasSize(1);
  }

  @Test
  void theLastTwoHundredAreKeptNewestFirst() {
    for (int i = 1; i <= 203; i++) {
      clock.forward(Duration.ofSeconds(1));
      sandbox.send(message("a" + i, "no " + i));
    }

    assertThat(sandbox.latest()).hasSize(200);
    assertThat(sandbox.latest().get(0).text()).isEqualTo("【店铺】no 203");
    assertThat(sandbox.latest().get(199).text()).isEqualTo("【店铺】no 4");
  }

  @Test
  void sixtyFourThreadsLoseNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 640; i++) {
        String attempt = "a" + i;
        running.add(threads.submit(() ->
            assertThat(sandbox.send(message(attempt, TEXT))).isInstanceOf(Accepted.class)));
      }
      for (Future<?> one : running) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(sandbox.latest()).hasSize(200);
  }

  @Test
  void aTextFarTooLongAndATableThatIsGoneAreOutcomes() throws SQLException {
    assertThat(sandbox.send(message("a", "长".repeat(20_000)))).isInstanceOf(Accepted.class);
    execute("drop table sandbox_sms");

    assertThat(sandbox.send(message("b", TEXT))).isInstanceOfSatisfying(Unknown.class, unknown ->
        assertThat(unknown.answer().explanation()).isEqualTo("sandbox.error.not-kept"));
    assertThat(sandbox.latest()).isEmpty();
  }
}
