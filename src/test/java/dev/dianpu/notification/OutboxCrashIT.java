package dev.dianpu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.MariaDb;
import dev.dianpu.dev.TiedProcess;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.database.Migrations;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.system.BareBeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * kill -9 of a node or of the database at random moments while 500 notices leave: none is lost, none is sent twice, and
 * what nobody can know is counted. {@code dianpu.crash.kills} says how often, {@code dianpu.crash.seed} repeats a run.
 */
@DisabledIfSystemProperty(named = "dianpu.test.db", matches = "mysql",
    disabledReason = "it starts a MariaDB of its own, whose data outlives a kill")
class OutboxCrashIT {

  private static final Logger LOG = Logger.getLogger(OutboxCrashIT.class.getName());
  private static final int NOTICES = 500;
  private static final int CLOCK = 20;
  /** The gateway's answer takes a while, so that a kill finds messages under way. */
  private static final long ANSWER_MILLIS = 30;

  private final int kills = Integer.getInteger("dianpu.crash.kills", 5);
  private final long seed = Long.getLong("dianpu.crash.seed", 20261125L);
  private final Random random = new Random(seed);
  private final GatewaySimulators gateways = GatewaySimulators.start(0, token -> Optional.empty());

  private Path folder;
  private MariaDb server;
  private OutboxProcess.Run run;
  private TiedProcess node;

  @Test
  void noneIsLostAndNoneIsSentTwiceWhoeverIsKilled() throws Exception {
    folder = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "outbox-crash-");
    server = MariaDb.at(Path.of(System.getProperty("dianpu.home", "data")).toAbsolutePath().resolve("mariadb-11.4.5"),
        folder.resolve("data"), folder.resolve("database.log")).start();
    try {
      new Migrations(server.database().dataSource()).migrateCore();
      run = new OutboxProcess.Run(server.database(), KeyRing.generate(), gateways.address(), Instant.now(), CLOCK,
          folder.resolve("wanted"));
      // The gateway must not hide a second SMS by refusing the same text.
      gateways.chanyoo().repetition(Duration.ZERO);
      gateways.chanyoo().fault(Fault.of(Fault.Mode.SLOW, ANSWER_MILLIS), Integer.MAX_VALUE);
      node = begin();
      for (int kill = 1; kill <= kills; kill++) {
        want(NOTICES * kill / kills);
        awaitTheMoment();
        // At least one of each, also in a small sample.
        boolean database = kill % 5 == 2 || random.nextInt(5) == 0;
        LOG.fine("Kill " + kill + (database ? " of the database" : " of the node"));
        kill(database);
      }
      until("nothing waits", () -> count("select count(*) from notice where state in ('QUEUED', 'SENDING')") == 0
          && count("select count(*) from notice") == NOTICES);
      check();
    } finally {
      close();
    }
  }

  private TiedProcess begin() {
    return run.begin(folder, folder.resolve("node.log"));
  }

  private void want(int orders) throws IOException {
    Files.writeString(folder.resolve("wanted"), Integer.toString(orders));
  }

  /** Some requests later, or with none at all for a moment, and then any instant within a gateway's answer. */
  private void awaitTheMoment() {
    long before = gateways.chanyoo().arrivals();
    int more = 1 + random.nextInt(Math.max(1, NOTICES / kills * 3 / 4));
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (gateways.chanyoo().arrivals() < before + more && System.nanoTime() < patience) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt((int) ANSWER_MILLIS * 2)));
  }

  private void kill(boolean database) throws Exception {
    ProcessHandle victim = ProcessHandle.of(database ? server.pid() : node.pid()).orElseThrow();
    victim.destroyForcibly();
    victim.onExit().get(30, TimeUnit.SECONDS);
    if (database) {
      server.close();
      server.start();
    } else {
      node.close();
      node = begin();
    }
    assertThat(node.alive()).as("the node outlives its database").isTrue();
  }

  private void check() {
    Map<String, String> states = states();
    int unknown = 0;
    for (int order = 0; order < NOTICES; order++) {
      int sent = gateways.inbox(OutboxProcess.phone(order).national()).size();
      String state = states.get("N" + order);
      String which = "notice N" + order + ", seed " + seed;
      if (state.equals("UNKNOWN")) {
        unknown++;
        assertThat(sent).as(which).isLessThanOrEqualTo(1);
      } else {
        assertThat(state).as(which).isEqualTo("SENT");
        assertThat(sent).as(which).isEqualTo(1);
      }
    }
    int found = unknown;
    LOG.info(() -> "%d notices, %d kills (seed %d): none lost, none sent twice, %d of unknown outcome"
        .formatted(NOTICES, kills, seed, found));
    assertThat(unknown).as("each kill finds so many under way at most")
        .isLessThanOrEqualTo(kills * NoticeWorker.THREADS);
    try (BareBeans admin = run.node().on(server.database())) {
      assertThat(admin.get(NoticeLog.class).counts().getOrDefault(NoticeState.UNKNOWN, 0L))
          .as("what the owner is shown").isEqualTo(unknown);
    }
  }

  private Map<String, String> states() {
    Map<String, String> states = new HashMap<>();
    try (Connection connection = server.database().connect();
        ResultSet rows = connection.createStatement().executeQuery("select subject, state from notice")) {
      while (rows.next()) {
        states.put(rows.getString(1), rows.getString(2));
      }
      return states;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String sql) {
    try (Connection connection = server.database().connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void until(String what, BooleanSupplier happened) {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting until " + what).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private void close() {
    if (node != null) {
      node.close();
    }
    server.close();
    gateways.close();
  }
}
